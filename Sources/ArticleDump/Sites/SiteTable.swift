/// Sites that need no rules of their own, but have a name: one line each.
///
/// A line is `id | domains | name, other names | zone`. The id and every name are also folder names under which an
/// archive may keep the site's dumps. Names are compared as they are written, since their script may tell two sites apart
/// (星島日報 in Hong Kong, 星岛日报 in America). The zone is the site's time zone; without one it is Beijing's.
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
    cyol | cyol.com cyol.net | 中青在线, 中国青年报
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
    gov-cn | www.gov.cn big5.www.gov.cn english.www.gov.cn | 中国政府网
    163 | 163.com 126.net | 网易, 网易新闻, 网易订阅, 手机网易网, 网易财经, 网易科技, 网易号
    sina | sina.com.cn sina.cn sina.com | 新浪, 新浪网, 新浪网_新浪新闻, 新浪新闻, 新浪财经, 手机新浪网, 新浪科技, 新浪军事, 新浪娱乐
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
    sina-tw | sina.com.tw | 新浪新聞, 新浪網, 北京新浪網, 台灣新浪網, 新浪新聞中心
    baidu | baidu.com | 百度, 百度百科
    hexun | hexun.com | 和讯网, 和讯, 和讯股票
    youth-cn | youth.cn | 中国青年网, 中青网, 青网
    pixnet | pixnet.net | 痞客邦, PIXNET, 痞客邦 PIXNET
    yuque | yuque.com | 语雀
    chinadaily | chinadaily.com.cn | 中国日报网, 中国日报, 中国日报中文网
    qstheory | qstheory.cn | 求是网, 求是
    banyuetan | banyuetan.org | 半月谈网, 半月谈
    workercn | workercn.cn | 中工网, 工人日报
    rmzxb | rmzxb.com.cn | 人民政协网, 人民政协报
    jcrb | jcrb.com | 正义网, 检察日报
    chinacourt | chinacourt.org | 中国法院网
    81-cn | 81.cn | 中国军网, 解放军报
    stdaily | stdaily.com | 中国科技网, 科技日报
    sciencenet | sciencenet.cn | 科学网, 中国科学报
    cas | cas.cn | 中国科学院
    xinhua-daily | xhby.net jschina.com.cn | 新华报业网, 新华日报, 中国江苏网
    bjd | bjd.com.cn | 北京日报, 京报网, 北京日报客户端
    qianlong | qianlong.com | 千龙网
    btime | btime.com brtv.org.cn | 北京时间
    eastday | eastday.com | 东方网, 东方新闻
    shobserver | shobserver.com jfdaily.com | 上观新闻, 解放日报, 上观
    kankanews | kankanews.com | 看看新闻, 看看新闻网
    yangtse | yangtse.com | 扬子晚报网, 扬子晚报, 紫牛新闻
    jsnews | jsnews.jschina.com.cn | 江南时报
    longhoo | longhoo.net | 龙虎网
    zjol | zjol.com.cn | 浙江在线, 浙江新闻, 浙江日报
    hangzhou | hangzhou.com.cn | 杭州网
    cnnb | cnnb.com.cn | 中国宁波网
    qjwb | qjwb.com.cn thehour.cn | 钱江晚报, 小时新闻
    anhuinews | anhuinews.com | 中安在线, 安徽日报
    fjsen | fjsen.com fjdaily.com | 东南网, 福建日报
    taihainet | taihainet.com | 台海网
    jxnews | jxnews.com.cn | 中国江西网, 大江网, 江西日报
    dzwww | dzwww.com | 大众网, 大众日报
    iqilu | iqilu.com | 齐鲁网, 闪电新闻
    qlwb | qlwb.com.cn | 齐鲁晚报网, 齐鲁晚报, 齐鲁壹点
    dahe | dahe.cn hnr.cn | 大河网, 大河报, 河南日报
    cnhubei | cnhubei.com | 荆楚网, 湖北日报
    cjn | cjn.cn | 长江网, 长江日报
    rednet | rednet.cn | 红网, 时刻新闻
    voc | voc.com.cn | 华声在线, 湖南日报, 新湖南
    ycwb | ycwb.com | 金羊网, 羊城晚报, 羊城派
    dayoo | dayoo.com gzdaily.cn | 大洋网, 广州日报
    sznews | sznews.com | 深圳新闻网, 深圳特区报, 读特
    gxnews | gxnews.com.cn | 广西新闻网, 广西日报
    hinews | hinews.cn | 南海网, 海南日报
    cqnews | cqnews.net | 华龙网, 重庆日报
    cqcb | cqcb.com | 上游新闻, 重庆晨报
    scol | scol.com.cn | 四川在线, 四川日报
    thecover | thecover.cn | 封面新闻, 华西都市报
    hongxing | cdsb.com | 红星新闻, 成都商报
    newssc | newssc.org | 四川新闻网
    gog | gog.cn | 多彩贵州网, 贵州日报
    yunnan | yunnan.cn | 云南网, 云南日报
    cnwest | cnwest.com | 西部网, 陕西新闻网
    sxdaily | sxdaily.com.cn hsw.cn | 陕西日报, 华商网, 华商报
    gscn | gscn.com.cn | 中国甘肃网, 每日甘肃网, 甘肃日报
    qhnews | qhnews.com | 青海新闻网, 青海日报
    nxnews | nxnews.net | 宁夏新闻网, 宁夏日报
    ts-cn | ts.cn tianshannet.com | 天山网, 新疆日报
    tibet | tibet.cn | 中国西藏网
    tibet-daily | chinatibetnews.com | 中国西藏新闻网, 西藏日报
    nmgnews | nmgnews.com.cn northnews.cn | 内蒙古新闻网, 正北方网, 内蒙古日报
    hebnews | hebnews.cn | 河北新闻网, 河北日报, 长城网
    sxrb | sxrb.com | 山西新闻网, 山西日报, 山西晚报
    lnd | lnd.com.cn nen.com.cn | 北国网, 辽宁日报, 东北新闻网
    chinajilin | chinajilin.com.cn cnjiwang.com | 中国吉林网, 吉网, 吉林日报
    dbw | dbw.cn hljnews.cn | 东北网, 黑龙江日报
    enorth | enorth.com.cn tianjinwe.com | 北方网, 天津日报, 津云
    stnn | stnn.cc | 星岛环球网
    ifenglish | caijing.com.cn | 财经网, 财经
    jrj | jrj.com.cn | 金融界
    p5w | p5w.net | 全景网
    10jqka | 10jqka.com.cn | 同花顺财经, 同花顺
    xueqiu | xueqiu.com | 雪球
    gelonghui | gelonghui.com | 格隆汇
    cfi | cfi.cn cfi.net.cn | 中财网
    zqrb | zqrb.cn | 证券日报网, 证券日报
    financialnews | financialnews.com.cn | 中国金融新闻网, 金融时报
    chinatimes-cn | chinatimes.net.cn | 华夏时报, 华夏时报网
    time-weekly | time-weekly.com | 时代周报, 时代在线
    iceo | iceo.com.cn | 中国企业家网, 中国企业家
    cbnweek | cbnweek.com | 第一财经周刊, 新一线
    latepost | latepost.com | 晚点LatePost, 晚点
    cyzone | cyzone.cn | 创业邦
    lieyunwang | lieyunwang.com | 猎云网
    iyiou | iyiou.com | 亿欧, 亿欧网
    pedaily | pedaily.cn | 投资界
    donews | donews.com | DoNews
    techweb | techweb.com.cn | TechWeb
    chinaz | chinaz.com | 站长之家
    mydrivers | mydrivers.com | 快科技, 驱动之家
    zol | zol.com.cn | 中关村在线
    pconline | pconline.com.cn | 太平洋电脑网, 太平洋科技
    pcauto | pcauto.com.cn | 太平洋汽车网, 太平洋汽车
    autohome | autohome.com.cn | 汽车之家
    yiche | yiche.com bitauto.com | 易车网, 易车
    csdn | csdn.net | CSDN, CSDN博客
    cnblogs | cnblogs.com | 博客园
    oschina | oschina.net | 开源中国, OSCHINA
    infoq | infoq.cn | InfoQ, InfoQ 中文站
    segmentfault | segmentfault.com | SegmentFault 思否, 思否
    juejin | juejin.cn juejin.im | 掘金, 稀土掘金
    v2ex | v2ex.com | V2EX
    51cto | 51cto.com | 51CTO, 51CTO.COM
    eet-china | eet-china.com | 电子工程专辑
    ednchina | ednchina.com | EDN 电子技术设计, EDN, 电子技术设计
    elecfans | elecfans.com | 电子发烧友网, 电子发烧友
    yidianzixun | yidianzixun.com | 一点资讯
    kuaizixun | 360kuai.com | 快资讯
    tianya | tianya.cn | 天涯社区, 天涯
    mop | mop.com | 猫扑
    tieba | tieba.baidu.com | 百度贴吧, 贴吧
    hupu | hupu.com | 虎扑, 虎扑体育
    zhibo8 | zhibo8.com zhibo8.cc | 直播吧
    dongqiudi | dongqiudi.com | 懂球帝
    gcores | gcores.com | 机核 GCORES, 机核网, 机核
    chuapp | chuapp.com | 触乐
    gamersky | gamersky.com | 游民星空
    3dmgame | 3dmgame.com | 3DM, 3DMGAME
    17173 | 17173.com | 17173
    mtime | mtime.com | Mtime时光网, 时光网
    xiachufang | xiachufang.com | 下厨房
    mafengwo | mafengwo.cn | 马蜂窝
    ctrip | ctrip.com | 携程
    dxy | dxy.cn dxy.com | 丁香园, 丁香医生
    kepuchina | kepuchina.cn | 科普中国
    songshuhui | songshuhui.net | 科学松鼠会
    blogchina | blogchina.com | 博客中国
    sina-blog | blog.sina.com.cn | 新浪博客
    lofter | lofter.com | LOFTER
    medium-vocus | vocus.cc | 方格子, vocus, 方格子 vocus
    yahoo-tw | tw.news.yahoo.com yahoo.com.tw tw.yahoo.com | Yahoo奇摩新聞, Yahoo奇摩, Yahoo新聞
    yahoo-hk | hk.news.yahoo.com hk.yahoo.com | Yahoo新聞, Yahoo 新聞, 雅虎香港
    line-today | today.line.me | LINE TODAY
    bnext | bnext.com.tw | 數位時代, 數位時代 BusinessNext
    technews | technews.tw | TechNews 科技新報, 科技新報
    inside | inside.com.tw | INSIDE, Inside 硬塞的網路趨勢觀察
    ithome-tw | ithome.com.tw | iThome
    mobile01 | mobile01.com | Mobile01
    dcard | dcard.tw | Dcard
    ptt | ptt.cc | 批踢踢實業坊, PTT
    businesstoday | businesstoday.com.tw | 今周刊
    wealth | wealth.com.tw | 財訊, 財訊雙週刊
    cnyes | cnyes.com | 鉅亨網, Anue鉅亨
    moneydj | moneydj.com | MoneyDJ理財網, MoneyDJ
    ttv | ttv.com.tw | 台視新聞網, 台視
    ftv | ftvnews.com.tw | 民視新聞網, 民視新聞, 民視
    ctitv | ctitv.com.tw | 中天新聞網, 中天
    ctv | ctv.com.tw | 中視新聞, 中視
    cmmedia | cmmedia.com.tw | 信傳媒
    newsmarket | newsmarket.com.tw | 上下游News&Market, 上下游新聞
    e-info | e-info.org.tw | 環境資訊中心
    coolloud | coolloud.org.tw | 苦勞網
    civilmedia | civilmedia.tw | 公民行動影音紀錄資料庫
    watchout | watchout.tw | 沃草
    taiwannews | taiwannews.com.tw | 台灣英文新聞
    gvlf | gvlf.com.tw | 天下文化
    crossing | crossing.cw.com.tw | 換日線, 換日線 Crossing
    readmoo | readmoo.com | 閱讀最前線, Readmoo
    natgeo-tw | natgeomedia.com | 國家地理雜誌中文網, 國家地理
    hkcd | hkcd.com hkcd.com.hk | 香港商報, 香港商报
    orangenews | orangenews.hk | 橙新聞
    dotdotnews | dotdotnews.com | 點新聞
    881903 | 881903.com | 商業電台, 叱咤903
    hkbusiness | edigest.hk | 經濟一週
    mingweekly | mpweekly.com | 明周文化, 明周
    yzzk | yzzk.com | 亞洲週刊, 亚洲周刊
    macaodaily | macaodaily.com | 澳門日報
    tdm | tdm.com.mo | 澳廣視
    voachinese | voachinese.com | 美国之音, 美國之音
    ynet-kr | ytn.co.kr | YTN
    """
}
