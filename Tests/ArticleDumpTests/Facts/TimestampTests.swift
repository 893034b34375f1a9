import ArticleDump
import SeededRandom
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    ("17/07/2023 - 14:28", CivilZone.paris, "2023-07-17T14:28:00+02:00"),
    ("17/12/2023 - 14:28", .paris, "2023-12-17T14:28:00+01:00"),
    ("Thu, 31 Oct 2024 01:10:52 GMT", .utc, "2024-10-31T01:10:52Z"),
    ("Thu, 18 Jun 2020 04:30:16 +0000", .shanghai, "2020-06-18T04:30:16Z"),
    ("日期：Thu, 18 Jun 2020 04:30:16 +0000", .utc, "2020-06-18T04:30:16Z"),
    ("31 Oct 24 01:10 EST", .utc, "2024-10-31T01:10:00-05:00"),
    ("2024-06-18T13:55:08.685Z", .berlin, "2024-06-18T13:55:08Z"),
    ("2022-02-10T01:59:31Z", .shanghai, "2022-02-10T01:59:31Z"),
    ("2016-11-08T22:46:30+01:00", .utc, "2016-11-08T22:46:30+01:00"),
    ("2020-09-11 10:33:06", .shanghai, "2020-09-11T10:33:06+08:00"),
    ("2020-09-11T10:33", .tokyo, "2020-09-11T10:33:00+09:00"),
    ("星期二, 11/08/2016 - 22:46", .berlin, "2016-11-08T22:46:00+01:00"),
    ("星期二, 08/11/2016 - 22:46", .berlin, "2016-11-08T22:46:00+01:00"),
    ("2024年5月27日 15:05", .shanghai, "2024-05-27T15:05:00+08:00"),
    ("2024 年 5 月 27 日 下午3:05", .shanghai, "2024-05-27T15:05:00+08:00"),
    ("2024年5月27日下午3时05分07秒", .shanghai, "2024-05-27T15:05:07+08:00"),
    ("2024年5月27日 星期一 上午 12:05", .shanghai, "2024-05-27T00:05:00+08:00"),
    ("2024年5月27日（星期一）晚上9點", .taipei, "2024-05-27T21:00:00+08:00"),
    ("發佈時間：2024-05-27 08:00", .hongKong, "2024-05-27T08:00:00+08:00"),
    ("发布于 2024-05-27 08:00", .shanghai, "2024-05-27T08:00:00+08:00"),
    ("July 17, 2023 2:28 PM", .newYork, "2023-07-17T14:28:00-04:00"),
    ("12/3/2024, 9:00:00 AM", .shanghai, "2024-12-03T09:00:00+08:00"),
    ("12/3/2024 09:00", .shanghai, "2024-03-12T09:00:00+08:00"),
    ("Monday, 17 July 2023 at 2:28 p.m. EDT", .utc, "2023-07-17T14:28:00-04:00"),
    ("2023-07-17 14:28 (GMT+8)", .utc, "2023-07-17T14:28:00+08:00"),
    ("20230717142800", .shanghai, "2023-07-17T14:28:00+08:00"),
    ("1689597902000", .utc, "2023-07-17T12:45:02Z"),
    ("1689597902", .utc, "2023-07-17T12:45:02Z"),
    ("【2023-07-17 14:28】", .shanghai, "2023-07-17T14:28:00+08:00"),
    ("Sun Mar 13 20:11:02 CST 2011", .shanghai, "2011-03-13T20:11:02+08:00"),
    ("Mar 13 20:11:02 2011", .shanghai, "2011-03-13T20:11:02+08:00"),
    ("Sun Mar 13 20:11:02 EST 2011", .shanghai, "2011-03-13T20:11:02-05:00"),
    ("2019年5月6日 / 下午5点20分", .shanghai, "2019-05-06T17:20:00+08:00"),
    ("9:15 am on 3 February 2022", .auckland, "2022-02-03T09:15:00+13:00"),
    ("16:20 2021.03.05", .fixed(secondsEast: 10_800), "2021-03-05T16:20:00+03:00"),
    ("09:10am 02/11/2022", .shanghai, "2022-11-02T09:10:00+08:00"),
    ("發佈時間：08:11 2021-08-12 HKT", .utc, "2021-08-12T08:11:00+08:00"),
    ("2021-08-12 HKT 19:20", .utc, "2021-08-12T19:20:00+08:00"),
  ])
  func aWholeDateIsRead(text: String, zone: CivilZone, expected: String) {
    #expect(Timestamp(text, zone: zone)?.iso8601 == expected)
    #expect(Timestamp(text, zone: zone)?.isDateOnly == false)
  }

  @Test(arguments: [
    ("2024.5.27", "2024-05-27"), ("27.05.2024", "2024-05-27"), ("2024-05-27", "2024-05-27"),
    ("**2024-05-27**", "2024-05-27"), ("2024/5/27", "2024-05-27"), ("20240527", "2024-05-27"),
    ("二〇二四年六月十八日", "2024-06-18"), ("二零二〇年十月三十一日", "2020-10-31"), ("2024年5月二十七日", "2024-05-27"),
    ("民國113年6月18日", "2024-06-18"), ("July 17, 2023", "2023-07-17"), ("17th of", nil), ("3rd March 2021", "2021-03-03"),
    ("05/27/2024", "2024-05-27"), ("2024年5月27日。", "2024-05-27"),
  ])
  func aDayWithoutATimeIsADateOnly(text: String, expected: String?) {
    let timestamp = Timestamp(text, zone: .shanghai)
    #expect(timestamp?.iso8601Date == expected)
    #expect(timestamp?.isDateOnly != false)
  }

  @Test(arguments: [
    "", "18 分钟前", "10月13日", "2023-02-29", "2023-13-01", "31/04/2023", "192.168.100.2021", "2020", "十年", "一月",
    "版本 1.2.3", "2024年", "他在2024年5月27日说", "2024-05-27是个好日子", "99999999999999999999999", "0000-00-00", "NaN",
    "2024-05-27 25:00 起", "20241399",
  ])
  func whatIsNoDateIsNil(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func aDateWithinATextIsFoundWithItsRange() throws {
    let text = "Don Evans 在 星期二, 11/08/2016 - 22:46 提交"
    let found = try #require(Timestamp.first(in: text, zone: .berlin))
    #expect(found.timestamp.iso8601 == "2016-11-08T22:46:00+01:00")
    #expect(String(decoding: Array(text.utf8)[found.utf8Range], as: UTF8.self) == "星期二, 11/08/2016 - 22:46")
    #expect(Timestamp.first(in: "没有日期的一句话，只有一二三。") == nil)
  }

  @Test(arguments: [
    ("_posts/2020-07-09-当视频证据.md", "2020-07-09"), ("2020_07_09_x.md", "2020-07-09"), ("1000008.md", nil),
    ("2020-07-091.md", nil), ("2024-12-16", "2024-12-16"), ("2020-07-09/1000008.md", nil),
  ])
  func aFileNameGivesItsDay(path: String, expected: String?) {
    #expect(Timestamp(fileName: path)?.iso8601Date == expected)
  }

  /// The clock changes of 2023 according to the tz database.
  @Test(arguments: [
    (CivilZone.paris, "2023-03-26 01:59:59", "+01:00"), (.paris, "2023-03-26 03:00:00", "+02:00"),
    (.paris, "2023-10-29 02:59:59", "+02:00"), (.paris, "2023-10-29 03:00:00", "+01:00"),
    (.london, "2023-03-26 00:59:59", "Z"), (.london, "2023-03-26 02:00:00", "+01:00"),
    (.london, "2023-10-29 01:59:59", "+01:00"), (.london, "2023-10-29 02:00:00", "Z"),
    (.newYork, "2023-03-12 01:59:59", "-05:00"), (.newYork, "2023-03-12 03:00:00", "-04:00"),
    (.newYork, "2023-11-05 01:59:59", "-04:00"), (.newYork, "2023-11-05 02:00:00", "-05:00"),
    (.newYork, "2006-04-02 03:00:00", "-04:00"), (.newYork, "2006-10-29 02:00:00", "-05:00"),
    (.losAngeles, "2023-03-12 03:00:00", "-07:00"), (.losAngeles, "2023-11-05 02:00:00", "-08:00"),
    (.sydney, "2023-04-02 02:59:59", "+11:00"), (.sydney, "2023-04-02 03:00:00", "+10:00"),
    (.sydney, "2023-10-01 01:59:59", "+10:00"), (.sydney, "2023-10-01 03:00:00", "+11:00"),
    (.sydney, "2007-03-25 03:00:00", "+10:00"), (.sydney, "2007-10-28 03:00:00", "+11:00"),
    (.auckland, "2023-04-02 02:59:59", "+13:00"), (.auckland, "2023-04-02 03:00:00", "+12:00"),
    (.auckland, "2023-09-24 01:59:59", "+12:00"), (.auckland, "2023-09-24 03:00:00", "+13:00"),
    (.shanghai, "2023-07-01 00:00:00", "+08:00"), (.tokyo, "2023-07-01 00:00:00", "+09:00"),
    (.fixed(secondsEast: 19_800), "2023-07-01 00:00:00", "+05:30"),
  ])
  func summerTimeFollowsTheZonesRules(zone: CivilZone, local: String, offset: String) throws {
    let iso = try #require(Timestamp(local, zone: zone)).iso8601
    #expect(iso.hasSuffix(offset) && iso.hasPrefix(local.replacing(" ", with: "T")))
  }

  @Test func writingAndReadingISO8601AreInverse() throws {
    var generator = SeededGenerator(seed: 20_230_717)
    for _ in 0..<2_000 {
      let timestamp = Timestamp(
        secondsSinceEpoch: Int64.random(in: -30_000_000_000...30_000_000_000, using: &generator),
        utcOffsetInSeconds: Int32.random(in: -48...56, using: &generator) * 900)
      #expect(Timestamp(timestamp.iso8601) == timestamp, "\(timestamp.iso8601)")
    }
  }

  @Test(arguments: [Int64.min, Int64.max, 0, -1])
  func extremeEpochsAreWrittenWithoutTrapping(milliseconds: Int64) {
    #expect(!Timestamp(epochMilliseconds: milliseconds).iso8601.isEmpty)
  }

  @Test(arguments: [
    ("https://a.example/news/2023/07/17/title.html", "2023-07-17"),
    ("https://a.example/2017/0714/88.html", "2017-07-14"),
    ("https://a.example/china/2023-05-16/doc-1.shtml", "2023-05-16"),
    ("https://a.example/20230717-title", "2023-07-17"),
    ("https://a.example/202305/t20230516_10.html?d=20200101", "2023-05-16"),
    ("https://a.example/1/2/2023/7/4", "2023-07-04"),
    ("https://20200101.example/a", nil), ("https://a.example/chinese/2020/06/1%e5%8f%b7", nil),
    ("https://a.example/2020/06/story", nil), ("https://a.example/20231345/x", nil),
    ("https://a.example/14044861", nil),
    ("https://a.example?d=20230717", nil), ("20230717", nil),
  ])
  func anAddressMayTellTheDay(url: String, day: String?) {
    #expect(Timestamp(urlPath: url)?.iso8601Date == day)
  }
}
