/// The words that give a page's furniture away, as `LineShape` compares them: without blanks, in lower case.
enum LineVocabulary {
  /// Lines that are furniture when they consist of these words alone.
  static let wholeLines: [(LineShape, String)] = [
    (
      .share,
      """
      阅读 閱讀 浏览 瀏覽 点击 播放 评论数 阅读数 人气 \
      分享 分享到 分享至 分享此文 分享此文章 分享文章 分享本文 分享这篇文章 分享這篇文章 分享给朋友 分享給朋友 分享给好友 分享新闻 分享新聞 共享此文章 共享 分享到微信 \
      分享到朋友圈 分享至好友和朋友圈 分享到微信朋友圈 分享到微博 分享到facebook 分享到twitter 分享至facebook 转发 轉發 转发到微博 share sharethis \
      sharethisarticle sharethispost sharethisstory shareon shareonfacebook shareontwitter tweet 赞 赞过 点赞 點讚 按讚 讚 喜欢 喜歡 收藏 举报 舉報 \
      复制链接 複製連結 複製鏈接 copylink 推荐到豆瓣 用微信扫码二维码 打开微信扫一扫 微信分享 赞赏 讚賞 打赏 打賞 赞同 添加评论 喜欢该文章 赞一下 正在加载 在看 \
      点赞在看 分享点赞在看 分享收藏点赞在看 喜欢此内容的人还喜欢 分享按钮 电邮 寄給朋友 友善列印 列印 转寄 轉寄 like likethis loading 写留言
      """
    ),
    (
      .relatedLabel,
      """
      相关主题 热门搜寻 熱門搜尋 全站熱搜 热门标签 相關標籤 更多相關新聞 更多文章推薦 相关文档 你可能錯過 \
      相关阅读 相關閱讀 相关閱讀 延伸阅读 延伸閱讀 相关新闻 相關新聞 相关报道 相关报导 相關報導 相關報道 相关文章 相關文章 相关链接 相關鏈接 相關連結 相关连结 相关内容 相關內容 \
      更多相关内容 更多相關內容 相关推荐 相關推薦 推荐阅读 推薦閱讀 推荐文章 推薦文章 推荐新闻 往期推荐 往期推薦 往期回顾 往期回顧 往期文章 往期精选 往期精彩 精彩推荐 精彩推薦 精彩回顾 \
      热门推荐 熱門推薦 热文推荐 猜你喜欢 猜您喜欢 猜你喜歡 为你推荐 为您推荐 為你推薦 您可能感兴趣 你可能感兴趣 你可能感兴趣的内容 您可能感兴趣的文章 你可能感興趣 你可能也喜歡 你可能还喜欢 \
      你可能還想看 你可能会喜欢 看更多 更多新闻 更多新聞 更多文章 更多报道 更多報導 更多内容 更多阅读 更多閱讀 热门文章 熱門文章 热门新闻 熱門新聞 热点新闻 热点推荐 阅读排行榜 阅读排行 点击排行 \
      点击排行榜 排行榜 热门排行 人气排行 24小时热文 24小时热门 最新文章 扩展阅读 拓展阅读 拓展閱讀 編輯推薦 编辑推荐 主编推荐 同类文章 阅读更多 閱讀更多 继续阅读下一篇 相关专题 相關專題 \
      相關主題 相关话题 大家都在看 大家都在搜 今日热点 热搜 热门 熱門 热门话题 阅读下一篇 related relatedposts relatedarticles relatedstories \
      relatednews relatedcontent relatedreading readmore readnext youmayalsolike youmightalsolike morefrom recommended recommendedforyou moreonthis \
      topstories mostread mostpopular seealso 其他人也看了 看了又看 參考閱讀 參考文章連結 热点 热点资讯 新闻排行
      """
    ),
    (
      .comments,
      """
      网友评论 網友評論 发表评论 發表評論 我要评论 我要評論 参与评论 参与讨论 评论区 評論區 最新评论 最新評論 全部评论 全部評論 所有评论 热门评论 精选留言 精選留言 我来说两句 我來說兩句 \
      登录后发表评论 登录后才能发表评论 文明上网理性发言 文明上网，理性发言 暂无评论 暫無評論 还没有评论 发表回复 發表回覆 发表留言 發表留言 取消回复 写评论 寫評論 leaveacomment leaveareply \
      postacomment addacomment comments comment nocomment nocomments 冒个泡吧 回复 回覆 发新帖 返回列表 只看该作者 倒序浏览 discussionaboutthispost \
      点击查看评论 查看评论 查看更多评论 评论列表 条评论 則評論 我有话说
      """
    ),
    (
      .advert,
      """
      广告 廣告 ad ads advertisement advertisements advertising sponsored 推广 推廣 赞助商链接 赞助内容 贊助商 廣告內容 廣告贊助 广告位 广告位招租 以下为广告 廣告請繼續往下閱讀 \
      請繼續往下閱讀 请继续往下阅读 請往下繼續閱讀 繼續往下閱讀 下文继续 文章未完請繼續往下閱讀 展开全文 展開全文 点击展开全文 查看全文 阅读全文 閱讀全文 余下全文 剩余全文 收起 继续阅读 繼續閱讀 \
      continuereading continuereadingonmedium scrolltocontinue storycontinuesbelow advertisementcontinuereadingthemainstory 点击播放 点击观看视频 \
      readthefullstory 未完请看下一页 javascriptisdisabled 你的器材不支持播放多媒体材料 你的器材不支持播放多媒體材料
      """
    ),
    (
      .prompt,
      """
      阅读原文 閱讀原文 点击阅读原文 点击下方阅读原文 查看原文 subscribe subscribenow 订阅 訂閱 立即订阅 立即訂閱 免费订阅 免費訂閱 订阅我们 關注我們 关注我们 关注该公众号 关注 關注 追蹤 \
      followus 扫一扫 掃一掃 扫码关注 扫码下载 扫一扫在手机打开当前页 扫一扫手机阅读 手机扫一扫 微信扫一扫 微信扫一扫关注该公众号 长按识别二维码 长按二维码关注 长按关注 二维码 登录 登錄 登入 注册 註冊 \
      立即注册 立即登录 login signin signup register 加入会员 加入會員 成为会员 成為會員 下载app 下載app 打开app 打開app app内打开 app下载 打开客户端 下载客户端 点我下载app \
      點我下載app 活動辦法 原创 原創 回到正文 點擊訂閱 newsletter 電子報 訂閱電子報 thanksforreading sharethispost leaveacomment
      """
    ),
    (
      .navigation,
      """
      发布于 發佈於 发布 發佈 发布时间 发布日期 更新 更新时间 更新於 更新于 出版 发表于 發表於 published updated publishedon postedon lastupdated 时间 日期 责任编辑 責任編輯 编辑 編輯 责编 作者 来源 來源 文章来源 记者 記者 撰文 文章標籤 文章标签 标签 標籤 關鍵字 关键词 \
      首页 首頁 返回首页 返回首頁 回首页 回首頁 返回列表 返回顶部 返回頂部 回到顶部 回到頂部 回頂端 返回 打印 打印本页 打印本文 打印此页 关闭 关闭窗口 关闭本页 打印关闭 打印本页关闭窗口 打印本页】【关闭窗口 \
      收藏本页 加入收藏 设为首页 上一页 下一页 上一頁 下一頁 上一篇 下一篇 上一则 下一则 上一則 下一則 prev previous next previouspost nextpost permalink backtotop home \
      文章导航 文章導覽 文章導航 目录 正文 字号大中小 字体大中小 字号：大中小 字体：大中小 大中小 字級 字級大中小 a-a+ a+a- a-aa+ aa+ 无障碍浏览 网站地图 联系我们 关于我们 版权声明 隐私政策 友情链接 \
      下一章 上一章 尾页 末页 不感兴趣 skiptocontent 跳到主要内容 跳至内容 跳至主要內容 跳到内容 编辑本页 editthispage
      """
    ),
    (
      .endMark,
      """
      完 全文完 本文完 文完 终 end theend fin 全文終 完结 結束 待续 未完待续 未完待續
      """
    ),
    (.agencyCredit, "综合报道 綜合報道 综合报导 綜合報導 综合外电报道 综合外电 綜合外電 综合媒体报道 综合编译 編譯 综合整理"),
  ]

  /// Names of networks and of buttons beside them.
  static let platforms: Set<String> = [
    "微信", "微博", "新浪微博", "腾讯微博", "qq空间", "qq", "朋友圈", "facebook", "twitter", "x", "line", "whatsapp", "telegram",
    "email", "e-mail", "邮件", "郵件", "電郵", "电邮", "weibo", "wechat", "linkedin", "pinterest", "reddit", "print", "打印",
    "列印",
    "复制链接", "複製連結", "copy", "plurk", "噗浪", "instagram", "youtube", "messenger", "豆瓣", "人人网", "百度贴吧", "tumblr",
    "pocket", "google+", "g+", "分享", "分享到", "分享至", "share", "qzone", "threads", "mastodon", "mail", "点赞", "收藏", "脸书",
    "臉書",
    "推特", "微信好友", "微信朋友圈", "qq好友", "更多", "link", "喜欢", "赞同", "添加评论", "申请转载", "举报",
  ]

  /// What counters count; longer before shorter.
  static let counted = [
    "点赞", "點讚", "好评", "弹幕", "投币",
    "阅读原文",
    "阅读次数", "閱讀次數", "浏览次数", "瀏覽次數", "点击次数", "點擊次數", "观看次数", "觀看次數", "阅读量", "浏览量", "点击量", "播放量", "阅读数", "点击数",
    "评论数", "评论量", "回复数", "点赞数", "收藏数", "分享数", "阅读", "閱讀", "浏览", "瀏覽", "点击", "點擊", "點閱", "点阅", "查看", "人气", "人氣", "热度",
    "熱度",
    "评论", "評論", "回复", "回覆", "赞同", "赞", "讚", "在看", "好看", "喜欢", "收藏", "分享", "转发", "轉發", "推荐", "留言", "views", "view",
    "reads",
    "comments", "comment", "likes", "shares", "hits", "字数", "播放", "围观", "人参与", "参与",
  ]

  /// Beginnings that suffice wherever a line stands.
  static let beginnings: [(LineShape, [String])] = [
    (
      .navigation,
      [
        "上一篇：", "下一篇：", "上一篇:", "下一篇:", "上一篇«", "下一篇»", "上一頁", "下一頁", "上一则：", "下一则：", "上一則：", "下一則：", "上一条：", "下一条：",
        "当前位置", "您的位置", "你的位置", "您当前的位置",
        "您现在的位置", "所在位置",
        "當前位置", "你現在的位置", "字号：", "字號：", "字体：", "字體：", "字体:", "字号:", "【字体", "【字号", "[字号", "previous:", "next:", "prev:",
        "首页>", "首頁>", "首页›", "home>",
      ]
    ),
    (
      .comments,
      [
        "您需要登录后才可以", "您必须登录", "登录后发表", "登录以发表", "要发表评论，您必须先", "电子邮件地址不会被公开", "電子郵件地址不會被公開", "您的邮箱地址不会被公开", "发布者必须登录",
        "你必须登录",
      ]
    ),
    (.advert, ["请继续往下阅读", "請繼續往下閱讀", "[廣告]", "【廣告】", "（廣告）", "continuereadingon", "点击播报本文", "点击收听本文", "点击展开", "阅读剩余"]),
    (
      .tags,
      [
        "标签：", "標籤：", "标签:", "關鍵字：", "关键词：", "关键字：", "關鍵詞：", "tags:", "tags：", "tag:", "tagged:", "posttags:",
        "filedunder:", "postedin:", "话题：", "分类：", "分類：",
      ]
    ),
    (.siteFooter, ["获取更多rss", "feedenhancedby", "閱讀更多rss", "获取全文rss"]),
    (.share, ["分享到：", "分享到:", "分享至：", "分享：", "分享:", "分享此文：", "share:", "sharethis:", "点击以在", "按一下即可分享"]),
  ]

  /// Words that suffice at the edges of an article, with the length in characters up to which they do.
  static let edge: [(LineShape, [String], Int)] = [
    (
      .siteFooter,
      [
        "icp备", "icp備", "icp证", "公网安备", "allrightsreserved", "copyright©", "©copyright", "copyright(c)", "网站标识码",
        "主办单位：", "主办：", "承办：",
        "技术支持：", "信息网络传播视听节目许可证", "增值电信业务", "新闻信息服务许可证", "举报电话", "不良信息举报", "poweredby", "feedenhancedby",
        "terms&conditions",
      ], 200
    ),
    (
      .prompt,
      [
        "扫一扫关注", "扫一扫下载", "掃一掃", "微信扫一扫", "扫一扫，", "扫码关注", "扫码下载", "扫码阅读", "扫码加", "扫码进", "扫码订阅", "扫码观看", "扫码收听", "扫码入群",
        "扫码查看", "请扫码",
        "掃碼", "扫描二维码", "掃描二維碼", "扫描下方", "扫描上方", "长按识别", "长按图片", "长按二维码", "识别二维码", "識別二維碼", "下方二维码", "点击上方", "点击蓝字",
        "蓝字关注", "點擊上方", "设为星标", "设为标星", "加星标",
        "点个“在看”", "点个在看", "点“在看”", "点击“阅读原文”", "点击阅读原文", "点击下方“阅读原文”", "官方微信", "微信公众号：", "微信公众号:", "微信号：", "微信搜索“",
        "微信搜索关注", "下载app", "下載app", "app下载",
        "下载客户端", "客户端下载", "打开app", "訂閱電子報", "订阅电子报", "限时免费阅读", "加入line", "getourapp", "downloadour", "subscribeto",
        "signupfor", "继续使用即表示您同意", "使用cookie", "usescookies", "我們使用cookie",
        "我们使用cookie", "一手新聞", "用app看新聞", "查看往日更新", "更多原创资讯", "赞赏作者", "打赏作者", "關注公眾號", "关注公众号", "关注微信公众号", "关注本公众号",
      ], 90
    ),
    (
      .prompt,
      [
        "点个赞", "點個讚", "需要你的鼓励", "創作者介紹", "欢迎订阅", "歡迎訂閱", "欢迎关注", "歡迎關注", "敬请关注", "敬請關注", "关注我们", "關注我們", "加入會員", "成为会员",
        "成為會員", "已是会员",
        "已是會員", "订阅邮件", "免费订阅", "免費訂閱", "订阅接收", "按讚",
        "追蹤我們", "加入telegram", "telegram频道", "telegram群", "follow@", "followus", "感谢阅读", "更多精彩内容", "更多精彩內容", "点击订阅",
        "點擊訂閱", "支持我们的报道", "支持本站", "贊助我們", "赞助我们", "下载“",
      ], 30
    ),
    (
      .notice,
      [
        "版权声明", "版權聲明", "版权归", "版權歸", "版权均属", "版权属于", "著作权", "著作權", "未经授权", "未經授權", "未经许可", "未經許可", "未经允许", "未經允許",
        "不得转载", "不得轉載", "请勿转载", "請勿轉載", "禁止转载",
        "转载请", "轉載請", "转载须", "转载需", "违者必究", "侵权必究", "侵权请", "侵權", "仅代表作者", "僅代表作者", "只代表作者", "不代表本", "不代表平台", "與本網無關",
        "与本站无关", "与本网无关", "免责声明", "免責聲明", "特别声明", "特別聲明",
        "声明：", "聲明：", "仅供参考", "僅供參考", "本文转载自", "本文轉載自", "转载自", "原文链接", "原文連結", "原文地址", "本文链接", "本文連結", "本文地址", "文章来源：",
        "本文来源：", "本文来自", "原标题：", "原標題：", "原题：", "首发于",
        "本文首发", "本文为原创", "本文系", "授权发布", "授權發布", "经授权转载", "獲授權轉載", "originallypublished", "wasoriginallypublished",
        "allcontent©", "©20", "(c)20", "投稿邮箱", "投稿信箱", "责编邮箱", "本网站之文字", "本網站之文字",
        "本刊載內容版權", "如有侵权", "如有侵權", "如需转载",
      ], 200
    ),
    (.agencyCredit, ["本文依据了", "本文依據了", "本文参考了", "本文參考了", "综合报道）", "綜合報道）", "综合报导）", "綜合報導）", "提供消息）"], 60),
    // What WordPress and its feeds put behind every post.
    (.siteFooter, ["appearedfirston", "|permalink|", "addtodel.icio.us"], 200),
    (.siteFooter, ["版权所有", "版權所有"], 30),
  ]
}
