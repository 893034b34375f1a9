/// Sites that need no rules of their own, but have a name: one line each.
///
/// A line is `id | domains | name, other names | zone`. The id and every name also stand for the folder that an
/// archive keeps the site's dumps in. The zone is that of the site's clock; without one it is Beijing's.
enum SiteTable {
  static let lines = """
    zaobao | zaobao.com.sg zaobao.com zaobao.sg | 联合早报, 早报, 聯合早報, 联合早报网, 早报网, zaobao
    8world | 8world.com | 8视界, 8world
    kwongwah | kwongwah.com.my | 光华日报, 光華日報, 光华网
    sinchew | sinchew.com.my | 星洲网, 星洲网 Sin Chew Daily, 星洲日报, Sin Chew Daily
    chinapress | chinapress.com.my | 中国报, China Press
    malaysiakini | malaysiakini.com | 当今大马, Malaysiakini
    initium | theinitium.com initiumlab.com | 端传媒, 端傳媒, 端传媒 Initium Media, 端傳媒 Initium Media, Initium Media, 端
    cna | cna.com.tw | 中央社, 中央社 CNA, 中央通訊社, 中央社CNA
    cts | cts.com.tw | 華視新聞, 華視, 華視新聞網
    pts | pts.org.tw | 公視新聞網, 公視, 公視新聞網 PNN
    ltn | ltn.com.tw | 自由時報, 自由時報電子報, 自由财经, 自由財經, 自由評論網, 自由娛樂, 自由體育
    udn | udn.com | 聯合新聞網, 聯合報, 經濟日報, 联合新闻网, 聯合新聞網 udn.com, udn
    chinatimes | chinatimes.com | 中時新聞網, 中時電子報, 中國時報, 中时新闻网
    ettoday | ettoday.net | ETtoday新聞雲, ETtoday, ETtoday國際新聞, ETtoday政治新聞, ETtoday社會新聞, ETtoday生活新聞, ETtoday財經雲
    setn | setn.com | 三立新聞網, 三立新聞網 SETN.COM, SETN
    tvbs | tvbs.com.tw | TVBS新聞網, TVBS
    ebc | ebc.net.tw | EBC東森新聞, 東森新聞
    nownews | nownews.com | NOWnews今日新聞, NOWnews
    newtalk | newtalk.tw | Newtalk新聞, 新頭殼
    upmedia | upmedia.mg | 上報, 上報Up Media
    storm | storm.mg | 風傳媒, 风传媒
    twreporter | twreporter.org | 報導者, 報導者 The Reporter, 报导者, The Reporter
    thenewslens | thenewslens.com | 關鍵評論網, The News Lens 關鍵評論網, 关键评论网, The News Lens
    mirrormedia | mirrormedia.mg | 鏡週刊, 鏡週刊 Mirror Media
    mnews | mnews.tw | 鏡新聞
    rti | rti.org.tw | 中央廣播電臺, Rti央廣, Rti 中央廣播電臺
    appledaily | appledaily.com appledaily.com.tw | 蘋果日報, 苹果日报, 蘋果新聞網
    gvm | gvm.com.tw | 遠見雜誌, 遠見
    cw | cw.com.tw | 天下雜誌, 天下雜誌官方網站
    businessweekly | businessweekly.com.tw | 商業周刊, 商周
    commonwealth-opinion | opinion.cw.com.tw | 獨立評論@天下, 獨立評論
    taisounds | taisounds.com | 太報, TaiSounds 太報
    nextapple | nextapple.com | 壹蘋新聞網
    peoplenews | peoplenews.tw | 民報
    ctee | ctee.com.tw | 工商時報
    pansci | pansci.asia | PanSci 泛科學, 泛科學
    womany | womany.net | 女人迷, 女人迷 Womany
    voicettank | voicettank.org | 思想坦克, 思想坦克 Voicettank
    matataiwan | matataiwan.com | Mata Taiwan
    mingpao | mingpao.com | 明報, 明報新聞網, 明報新聞網-每日明報 daily news, 明报
    hk01 | hk01.com | 香港01, 01
    hkej | hkej.com | 信報, 信報財經新聞, 信報網站 hkej.com, 信報網站
    hket | hket.com | 香港經濟日報, 經濟日報 - 香港經濟日報, 香港經濟日報HKET
    stheadline | stheadline.com | 星島頭條, 星島日報, 頭條日報
    singtao | singtao.ca singtaousa.com | 星島日報, 星岛日报
    oriental | on.cc orientaldaily.on.cc | on.cc東網, 東網, 東方日報
    inmediahk | inmediahk.net | 獨立媒體, 獨立媒體網, 香港獨立媒體網, 獨媒
    thestandnews | thestandnews.com | 立場新聞, 立場新聞 Stand News, 立场新闻, Stand News
    hkcnews | hkcnews.com | 眾新聞
    hkfp | hongkongfp.com | Hong Kong Free Press, HKFP
    rthk | rthk.hk rthk.org.hk | 香港電台, 香港電台網站, 即時新聞 - 香港電台, RTHK
    now | news.now.com | Now 新聞, now 新聞
    tvb | tvb.com | 無綫新聞, 無綫新聞 TVB News
    scmp | scmp.com nanzao.com | 南华早报, 南早中文网, 南華早報
    am730 | am730.com.hk | am730
    passiontimes | passiontimes.hk | 熱血時報
    thecollectivehk | thecollectivehk.com | 集誌社, 集誌社 The Collective
    thewitnesshk | thewitnesshk.com | 法庭線, 法庭線 The Witness
    ngocn | ngocn.blog ngocn2.org ngocn.org | NGOCN
    wainao | wainao.me | 歪脑, 歪腦, WHYNOT, WHYNOT/歪脑
    bumingbai | bumingbai.net | 不明白播客
    dimsum | dimsum.media | 点心, 點心
    thepaper | thepaper.cn | 澎湃新闻, 澎湃新闻-The Paper, 澎湃, The Paper, 澎湃号
    jiemian | jiemian.com | 界面新闻, 界面, 界面新闻 · 快讯
    yicai | yicai.com | 第一财经, 一财网, 第一财经日报
    caixin | caixin.com caixinglobal.com | 财新网, 财新, 财新周刊, 财新通, 財新網
    bjnews | bjnews.com.cn | 新京报, 新京报网, 新京报 - 好新闻，无止境
    infzm | infzm.com | 南方周末, 南方周末网
    nfpeople | nfpeople.com | 南方人物周刊
    southcn | southcn.com nfnews.com | 南方网, 南方日报, 南方+
    21jingji | 21jingji.com 21cbh.com | 21世纪经济报道, 21经济网, 21财经
    eeo | eeo.com.cn | 经济观察网, 经济观察报
    cb | cb.com.cn | 中国经营报, 中国经营网
    nbd | nbd.com.cn | 每经网, 每日经济新闻
    lifeweek | lifeweek.com.cn | 三联生活周刊
    inewsweek | inewsweek.cn | 中国新闻周刊
    nddaily | oeeee.com nandu.com | 南方都市报, 奥一网, 南都
    ynet | ynet.com bjyouth.net | 北青网, 北京青年报
    cyol | cyol.com cyol.net | 中青在线, 中国青年报, 中国青年网
    people | people.com.cn people.cn | 人民网, 人民日报
    xinhua | xinhuanet.com news.cn xinhua.org | 新华网, 新华社
    cctv | cctv.com cctv.cn cntv.cn | 央视网, 央视新闻, CCTV, 央视网(cctv.com)
    cnr | cnr.cn | 央广网
    cri | cri.cn | 国际在线
    chinanews | chinanews.com chinanews.com.cn ecns.cn | 中新网, 中国新闻网, 中国新闻社, 中新社
    china-com | china.com.cn | 中国网
    gmw | gmw.cn | 光明网, 光明日报
    ce | ce.cn | 中国经济网, 经济日报
    huanqiu | huanqiu.com | 环球网, 环球时报, 环球
    guancha | guancha.cn | 观察者网, 观察者
    legaldaily | legaldaily.com.cn | 法治网, 法制网, 法治日报
    gov-cn | gov.cn | 中国政府网
    163 | 163.com 126.net | 网易, 网易新闻, 网易订阅, 手机网易网, 网易财经, 网易科技, 网易号
    sina | sina.com.cn sina.cn sina.com | 新浪, 新浪网, 新浪新闻, 新浪财经, 手机新浪网, 新浪科技, 新浪军事, 新浪娱乐
    weibo | weibo.com weibo.cn | 微博, 新浪微博
    sohu | sohu.com | 搜狐, 搜狐网, 搜狐新闻, 手机搜狐网, 手机搜狐, 搜狐号
    qq | news.qq.com new.qq.com qq.com | 腾讯新闻, 腾讯网, 腾讯
    ifeng | ifeng.com | 凤凰网, 凤凰新闻, 凤凰网资讯, 凤凰资讯, 凤凰网财经, 手机凤凰网
    toutiao | toutiao.com | 今日头条, 头条
    baijiahao | baijiahao.baidu.com | 百家号
    zhihu | zhihu.com | 知乎, 知乎专栏, 知乎日报
    douban | douban.com | 豆瓣, 豆瓣电影, 豆瓣读书
    jianshu | jianshu.com | 简书
    huxiu | huxiu.com | 虎嗅, 虎嗅网, 虎嗅APP
    36kr | 36kr.com | 36氪, 36氪_让一部分人先看到未来, 36Kr
    tmtpost | tmtpost.com | 钛媒体, 钛媒体官方网站
    geekpark | geekpark.net | 极客公园
    sspai | sspai.com | 少数派
    ifanr | ifanr.com | 爱范儿
    guokr | guokr.com | 果壳, 果壳网, 果壳 科技有意思
    ithome | ithome.com | IT之家
    solidot | solidot.org | Solidot, 奇客Solidot
    cnbeta | cnbeta.com cnbeta.com.tw | cnBeta, cnBeta.COM
    pingwest | pingwest.com | 品玩
    leiphone | leiphone.com | 雷峰网, 雷锋网
    bilibili | bilibili.com | 哔哩哔哩, 哔哩哔哩专栏, bilibili
    woshipm | woshipm.com | 人人都是产品经理
    aisixiang | aisixiang.com | 爱思想, 爱思想网
    epochtimes | epochtimes.com epochtimes.com.tw | 大纪元, 大紀元, 大纪元时报, 大纪元新闻网, 大紀元新聞網, 大紀元時報, 大紀元時報 香港, 大纪元时报 香港 | newyork
    ntdtv | ntdtv.com ntdtv.com.tw | 新唐人, 新唐人电视台, 新唐人電視台, 新唐人中文电视台在线, 新唐人亞太電視台
    secretchina | secretchina.com kzg.io | 看中国, 看中國, 看中国网, 看中國新聞網
    aboluowang | aboluowang.com | 阿波罗新闻网, 阿波罗网
    soundofhope | soundofhope.org | 希望之声, 希望之聲
    boxun | boxun.com | 博讯, 博讯新闻网
    minghui | minghui.org | 明慧网, 明慧網
    wenxuecity | wenxuecity.com | 文学城
    6park | 6park.com | 留园网, 6park
    backchina | backchina.com | 倍可亲
    duowei | dwnews.com | 多维新闻网, 多维新闻, 多維新聞
    creaders | creaders.net | 万维读者网
    mingjing | mingjingnews.com | 明镜新闻网, 明镜
    chinaaid | chinaaid.net chinaaid.org | 对华援助协会, 对华援助新闻网
    weiquanwang | wqw2010.blogspot.com weiquanwang.org | 维权网
    msguancha | msguancha.com | 民生观察
    minzhuzhongguo | minzhuzhongguo.org | 民主中国
    yibao | yibaochina.com | 议报
    chinachange | chinachange.org | 改变中国
    hrichina | hrichina.org | 中国人权
    hrw | hrw.org | 人权观察, 人權觀察, Human Rights Watch | newyork
    amnesty | amnesty.org zh.amnesty.org | 国际特赦组织, 國際特赦組織, Amnesty International | london
    rsf | rsf.org | 无国界记者, RSF | paris
    cpj | cpj.org | 保护记者委员会 | newyork
    un-news | news.un.org un.org | 联合国新闻, 联合国 | newyork
    ftchinese | ftchinese.com ftmailbox.cn chineseft.com | FT中文网, FT中文網, FT中文, FT商学院, FT 中文网
    wsj | wsj.com | 华尔街日报, 华尔街日报中文网, 華爾街日報, WSJ
    bloomberg | bloomberg.com bloombergchina.com | 彭博, 彭博社, Bloomberg
    nikkei-asia | asia.nikkei.com | 日经亚洲 | tokyo
    kyodo | kyodonews.net china.kyodonews.net | 共同网, 共同社 | tokyo
    asahi | asahichinese.com asahichinese-f.com asahichinese-j.com | 朝日新闻中文网, 朝日新闻, 朝日新聞中文網 | tokyo
    nhk | nhk.or.jp | NHK, NHK WORLD, NHK华语视界 | tokyo
    nippon | nippon.com | 日本网, nippon.com | tokyo
    yonhap | yna.co.kr | 韩联社, 韓聯社 | tokyo
    chosun | chosun.com | 朝鲜日报, 朝鲜日报网, 朝鮮日報 | tokyo
    joongang | joins.com joongang.co.kr | 韩国中央日报, 中央日报 | tokyo
    donga | donga.com | 东亚日报 | tokyo
    kbs | kbs.co.kr | KBS WORLD, KBS World Radio | tokyo
    hani | hani.co.kr | 韩民族日报 | tokyo
    sputnik | sputniknews.cn sputniknews.com rusnews.cn | 俄罗斯卫星通讯社, 卫星社, 卫星通讯社 | +3
    aljazeera | aljazeera.net aljazeera.com | 半岛电视台, 半岛电视台中文网 | +3
    sbs | sbs.com.au | SBS中文, SBS Chinese, SBS普通话 | sydney
    abc-au | abc.net.au | ABC中文, ABC News, ABC澳洲广播公司 | sydney
    rci | rcinet.ca ici.radio-canada.ca | 加拿大国际广播电台, RCI | newyork
    sinovision | sinovision.net | 美国中文网, 美國中文網 | newyork
    chineseinla | chineseinla.com | 洛杉矶华人资讯网, 洛杉矶华人 | losangeles
    51ca | 51.ca | 加国无忧, 加國無憂 | newyork
    yorkbbs | yorkbbs.ca | 约克论坛, 約克論壇 | newyork
    westca | westca.com | 加西网, 加西網 | losangeles
    vansky | vansky.com | 温哥华天空, 溫哥華天空 | losangeles
    sydneytoday | sydneytoday.com | 今日悉尼, 今日澳洲 | sydney
    1688au | 1688.com.au | 澳洲新快网, 1688澳洲新闻网 | sydney
    rnz | rnz.co.nz | RNZ中文, RNZ | auckland
    chineseherald | chineseherald.co.nz | 中文先驱报, 先驱报 | auckland
    skykiwi | skykiwi.com | 天维网, 新西兰天维网 | auckland
    ouzhoushibao | oushinet.com | 欧洲时报, 欧洲时报网, 欧时网 | paris
    vietnamplus | vietnamplus.vn | 越南通讯社, 越通社 | +7
    nhandan | nhandan.vn | 越南人民报网, 人民报网 | +7
    jianhuadaily | jianhuadaily.com | 柬华日报, 柬華日報 | +7
    korea-net | korea.net | 韩国网, Korea.net | tokyo
    ajunews | ajunews.com | 亚洲日报, 亚洲日报中文版 | tokyo
    chubun | chubun.com | 中文导报, 中文導報 | tokyo
    nanyang | enanyang.my nanyang.com | 南洋商报, 南洋商報
    orientaldaily-my | orientaldaily.com.my | 东方日报, 東方日報, 東方網 馬來西亞東方日報
    guangming-my | guangming.com.my | 光明日报, 光明日報
    seehua | seehua.com | 诗华日报, 詩華日報, 诗华资讯
    shinmin | shinmin.sg | 新明日报, 新明日報
    redants | redants.sg | 红蚂蚁
    ipkmedia | ipkmedia.com | 光传媒, 光傳媒
    cnd | cnd.org | 华夏文摘, 華夏文摘, CND
    swissinfo | swissinfo.ch | 瑞士资讯, SWI swissinfo.ch, SWI瑞士资讯 | paris
    vaticannews | vaticannews.va vaticannews.cn | 梵蒂冈新闻网, 梵蒂冈新闻 | paris
    ucanews | china.ucanews.com ucanews.com | 天亚社
    euronews | euronews.com | 欧洲新闻台 | paris
    globalvoices | globalvoices.org | 全球之声, Global Voices 繁體中文, Global Voices, 全球之声 Global Voices | utc
    wikinews | wikinews.org | 维基新闻, 維基新聞, 维基新闻，自由的新闻源, 維基新聞，自由的新聞源, Wikinews | utc
    who | who.int | 世界卫生组织, 世卫组织, WHO | paris
    wikipedia | wikipedia.org | 维基百科, 维基百科，自由的百科全书, 維基百科，自由的百科全書, Wikipedia | utc
    telegram-channels | t.me telegram.me | Telegram | utc
    telegraph | telegra.ph graph.org | Telegraph | utc
    substack | substack.com | Substack | utc
    lianhe-wanbao | wanbao.com.sg | 联合晚报
    xinmin | xinmin.cn | 新民晚报, 新民网
    whb | whb.cn | 文汇报, 文汇网
    wenweipo | wenweipo.com | 香港文匯網, 文匯報, 文汇报
    takungpao | takungpao.com takungpao.com.hk | 大公報, 大公网, 大公網, 大公报
    bastillepost | bastillepost.com | 巴士的報
    crntt | crntt.com | 中國評論新聞網, 中评网
    worldjournal | worldjournal.com | 世界新聞網, 世界日報, 世界新闻网, 世界日报 | newyork
    pincong | pincong.rocks | 品葱, 品蔥
    jinse | jinse.com | 金色财经
    wallstreetcn | wallstreetcn.com | 华尔街见闻
    cls | cls.cn | 财联社
    stcn | stcn.com | 证券时报, 证券时报网
    cs | cs.com.cn | 中国证券报, 中证网
    cnstock | cnstock.com | 上海证券报, 中国证券网
    eastmoney | eastmoney.com | 东方财富网, 东方财富
    dapenti | dapenti.com | 喷嚏网
    jandan | jandan.net | 煎蛋
    """
}
