import Text

/// The offices after `*.gov.cn`: each is a publisher of its own.
enum GovernmentOffices {
  /// The office of a host under `gov.cn` whose name is known; others are named by their pages.
  static func office(host: String) -> PublisherResolver.Result? {
    guard host.ends(with: ".gov.cn") else { return nil }
    let labels = host.split(separator: ".")
    guard labels.count >= 3 else { return nil }
    // gat.shanxi.gov.cn is a department of its own, www.shanxi.gov.cn the government.
    let own = labels.dropLast(2).filter { $0 != "www" && $0 != "m" }
    guard own.count == 1, let name = names[String(own[own.startIndex])] else { return nil }
    return PublisherResolver.Result(
      publisher: Publisher(id: own[own.startIndex] + ".gov.cn", name: name), names: [name])
  }

  /// Governments of provinces by the domain, ministries and commissions of the State Council.
  ///
  /// Source: the directory of 中国政府网, www.gov.cn.
  private static let names: [String: String] = Dictionary(
    lines.split(separator: "\n").compactMap { line -> (String, String)? in
      let parts = line.split(separator: " ")
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }, uniquingKeysWith: { first, _ in first })

  private static let lines = """
    beijing 北京市人民政府
    tj 天津市人民政府
    hebei 河北省人民政府
    shanxi 山西省人民政府
    nmg 内蒙古自治区人民政府
    ln 辽宁省人民政府
    jl 吉林省人民政府
    hlj 黑龙江省人民政府
    shanghai 上海市人民政府
    jiangsu 江苏省人民政府
    zj 浙江省人民政府
    ah 安徽省人民政府
    fujian 福建省人民政府
    jiangxi 江西省人民政府
    shandong 山东省人民政府
    henan 河南省人民政府
    hubei 湖北省人民政府
    hunan 湖南省人民政府
    gd 广东省人民政府
    gxzf 广西壮族自治区人民政府
    hainan 海南省人民政府
    cq 重庆市人民政府
    sc 四川省人民政府
    guizhou 贵州省人民政府
    yn 云南省人民政府
    xizang 西藏自治区人民政府
    shaanxi 陕西省人民政府
    gansu 甘肃省人民政府
    qinghai 青海省人民政府
    nx 宁夏回族自治区人民政府
    xinjiang 新疆维吾尔自治区人民政府
    fmprc 外交部
    mfa 外交部
    mod 国防部
    ndrc 国家发展和改革委员会
    moe 教育部
    most 科学技术部
    miit 工业和信息化部
    seac 国家民族事务委员会
    mps 公安部
    mca 民政部
    moj 司法部
    mof 财政部
    mohrss 人力资源和社会保障部
    mnr 自然资源部
    mee 生态环境部
    mohurd 住房和城乡建设部
    mot 交通运输部
    mwr 水利部
    moa 农业农村部
    mofcom 商务部
    mct 文化和旅游部
    nhc 国家卫生健康委员会
    mem 应急管理部
    pbc 中国人民银行
    audit 审计署
    sasac 国务院国有资产监督管理委员会
    customs 海关总署
    chinatax 国家税务总局
    samr 国家市场监督管理总局
    nrta 国家广播电视总局
    sport 国家体育总局
    stats 国家统计局
    forestry 国家林业和草原局
    cnipa 国家知识产权局
    csrc 中国证券监督管理委员会
    cbirc 国家金融监督管理总局
    nea 国家能源局
    cma 中国气象局
    cac 国家互联网信息办公室
    gwytb 国务院台湾事务办公室
    ccdi 中央纪委国家监委网站
    spp 最高人民检察院
    court 最高人民法院
    npc 全国人民代表大会
    """
}
