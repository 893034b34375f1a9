import Testing

@testable import ArticleDump

@Suite struct PictureTests {
  @Test(arguments: [
    ("https://images.weserv.nl?url=gdb.voanews.com/a_w900.jpg", "https://gdb.voanews.com/a_w900.jpg"),
    ("https://images.weserv.nl/?url=static.dw.com/image/1_303.jpg", "https://static.dw.com/image/1_303.jpg"),
    ("https://images.weserv.nl/?url=ssl:example.org/a.png&w=300", "https://example.org/a.png"),
    ("https://images.weserv.nl/?url=https%3A%2F%2Fexample.org%2Fa.png", "https://example.org/a.png"),
    ("https://i2.wp.com/blog.example.org/2020/a.png?resize=300%2C200&ssl=1", "https://blog.example.org/2020/a.png"),
    (
      "https://images.weserv.nl/?url=i0.wp.com/blog.example.org/a.png",
      "https://blog.example.org/a.png"
    ),
    (
      "https://substackcdn.com/image/fetch/w_1456,c_limit/https%3A%2F%2Fbucket.example%2Fa.jpeg",
      "https://bucket.example/a.jpeg"
    ),
    ("https://nimg.ws.example/?url=http%3A%2F%2Fd.example%2Fa.jpg&thumbnail=660x", "http://d.example/a.jpg"),
    ("//cdn.example.org/a.jpg", "https://cdn.example.org/a.jpg"),
    ("/img/a.jpg", "https://news.example.org/img/a.jpg"),
    ("../a.jpg", "https://news.example.org/2020/a.jpg"),
    ("a b.jpg", "https://news.example.org/2020/05/a%20b.jpg"),
    ("https://example.org/photo?id=3&url=none", "https://example.org/photo?id=3&url=none"),
  ])
  func proxiesGiveBackTheOriginal(address: String, original: String) {
    #expect(ImageURL.original(address, page: "https://news.example.org/2020/05/story.html") == original)
  }

  @Test func theLargestPictureOfASourceSetIsUsed() {
    let set = "https://e.org/a,b-300.jpg 300w, https://e.org/a,b.jpg 1080w, https://e.org/a,b-600.jpg 600w"
    #expect(SourceSet.largest(in: set)?.url == "https://e.org/a,b.jpg")
    #expect(SourceSet.largest(in: "one.png, two.png 2x")?.url == "two.png")
    #expect(SourceSet.largest(in: "data:image/gif;base64,AA") == nil)
    #expect(SourceSet.candidates(in: " , a.png , ").map(\.url) == ["a.png"])
  }

  @Test(
    arguments: [
      ("街头的旗帜。（法新社图片）", "街头的旗帜。", "法新社图片"),
      ("河湾（路透社照片）", "河湾", "路透社照片"),
      ("资料照片：一列驳船。（路透社照片）", "一列驳船。", "资料照片，路透社照片"),
      ("投票站。(2024年10月29日)", "投票站。(2024年10月29日)", nil),
      ("Le fleuve. © Wikipédia - A. Popescu", "Le fleuve.", "Wikipédia - A. Popescu"),
      ("图源：视觉中国", nil, "视觉中国"),
      ("抄书人的书案 （图源：视觉中国）", "抄书人的书案", "视觉中国"),
      ("气象员在百叶箱前读数。秦岭日报记者 谷雨 摄", "气象员在百叶箱前读数。", "秦岭日报记者 谷雨 摄"),
      ("水尺上的刻度。VOA记者林河拍摄", "水尺上的刻度。", "VOA记者林河拍摄"),
      ("挂在门口的灯笼（资料图）", "挂在门口的灯笼", "资料图"),
      ("檢查窗框。山報社記者王小明攝　112年7月17日", "檢查窗框。", "山報社記者王小明攝 112年7月17日"),
      ("图像来源，Reuters", nil, "Reuters"),
      ("Photo by Some One on Unsplash", nil, "Some One on Unsplash"),
      ("一台潮汐计算机（Credit: Science Museum）", "一台潮汐计算机", "Science Museum"),
      ("2019年10月，一輛電車駛過上環。攝：林振東／海港傳媒", "2019年10月，一輛電車駛過上環。", "林振東／海港傳媒"),
      ("展示他的产品质量的照片", "展示他的产品质量的照片", nil),
      ("广东连降暴雨。（视频截图/好看视频）", "广东连降暴雨。", "视频截图/好看视频"),
      ("两个人坐在长椅上", "两个人坐在长椅上", nil),
      ("帆布上的船，2012。图片来源：Ana West。", "帆布上的船，2012。", "Ana West"),
      ("《江行》。图源/《渡口》杂志夏季号。", "《江行》。", "《渡口》杂志夏季号"),
      ("Photo by Ana West on Unsplash，放這張只是因為想過江", "放這張只是因為想過江", "Ana West on Unsplash"),
      ("Ana West/Getty Images", nil, "Ana West/Getty Images"),
      (
        "A ferry in fog. Photo: Ana West/River Portfolio by Getty Images", "A ferry in fog.",
        "Ana West/River Portfolio by Getty Images"
      ),
      ("渡口的老人，来自：江上百科", "渡口的老人", "江上百科"), ("Ana West，图片来自其个人网站", "Ana West", "其个人网站"), ("法新社", nil, "法新社"),
      (
        "A ferryman waits on the old pier. Ana West | AP Photo file", "A ferryman waits on the old pier.",
        "Ana West | AP Photo file"
      ),
      ("Does the ferry wait for the fog? AP Photo/A. West", "Does the ferry wait for the fog?", "AP Photo/A. West"),
      (
        "A ferryman in May (not the one in the text).Ana West/Wikimedia Commons, CC BY-SA",
        "A ferryman in May (not the one in the text).", "Ana West/Wikimedia Commons, CC BY-SA"
      ),
      (
        "The pier burned down last night. Reuters told of it at once",
        "The pier burned down last night. Reuters told of it at once", nil
      ),
      ("The pier in May.Credit…Ana West for The River Post", "The pier in May.", "Ana West for The River Post"),
      ("The pier in May. Photograph: Ana West", "The pier in May.", "Ana West"),
      (
        "图片来源：https://yuelan.example/2020/09/21/a-very-long-address/-", nil,
        "https://yuelan.example/2020/09/21/a-very-long-address/-"
      ),
      ("Image by Ana West/River Post", nil, "Ana West/River Post"),
      ("River 水流示意图", "River 水流示意图", nil),
      ("作業列表截圖", "作業列表截圖", nil), ("江面新闻视频截图", nil, "江面新闻视频截图"),
    ] as [(String, String?, String?)])
  func captionsArePartedFromCredits(text: String, caption: String?, credit: String?) {
    let split = CaptionCredit.split(text)
    #expect(split.caption == caption)
    #expect(split.credit == credit)
  }

  @Test(arguments: [("渡口（来自视觉中国）", "视觉中国"), ("渡口。图源/视觉中国。", "视觉中国")])
  func creditsLoseTheirLabels(caption: String, credit: String) {
    let article = CleaningTests.article(
      CleaningTests.prose
        + "<figure><img src=\"https://yuelan.example/a.jpg\"><figcaption>\(caption)</figcaption></figure>")
    #expect(article.images.map(\.credit) == [credit])
  }

  @Test func aSentenceBelowAPictureIsNotACaption() {
    let article = CleaningTests.article(
      CleaningTests.prose
        + "<p><img src=\"https://yuelan.example/a.jpg\"></p><p>船工认出了售票亭（一号）；水文站确认了售票亭拍摄的相关照片。</p>" + CleaningTests.prose
    )
    #expect(article.images.map(\.caption) == [nil] && article.plainText().contains("确认了售票亭拍摄的相关照片。"))
  }

  @Test func protectedEmailAddressesAreDecoded() {
    #expect(ProtectedEmail.decoded("5b28332e322c3e351b3e233a362b373e753835") == "shuiwen@example.cn")
    #expect(ProtectedEmail.decoded("5b2") == nil)
    #expect(ProtectedEmail.decoded("zz") == nil)
  }

  @Test(arguments: [
    (#"<p>甲。</p><img src="https://e.org/p.gif" width="1" height="1">"#, 0),
    (#"<p>甲。</p><img src="https://e.org/erweima.png">"#, 0),
    (#"<p>甲。</p><img class="avatar" src="https://e.org/a.png" width="36" height="36">"#, 0),
    (#"<p>甲。</p><img src="data:image/gif;base64,AA" data-src="https://e.org/a.png">"#, 1),
    (#"<p>甲。</p><img src="https://e.org/loading.gif" data-original="https://e.org/a.png">"#, 1),
  ])
  func onlyPicturesOfTheArticleStay(body: String, count: Int) {
    let dump = "<!--1600000000000-->\n[题目](https://example.org/1)\n------\n\n" + body + "\n"
    let article = ArticleParser().article(from: Array(dump.utf8))
    let urls = article.blocks.flatMap { block in
      if case .figure(let figure) = block { figure.images.map(\.url) } else { [String]() }
    }
    #expect(urls == (count == 1 ? ["https://e.org/a.png"] : []))
  }
}
