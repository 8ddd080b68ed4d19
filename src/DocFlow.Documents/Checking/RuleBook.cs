using System.Globalization;

namespace DocFlow.Documents.Checking;

/// <summary>Clause, strength and mend of each rule that is measured in files.</summary>
internal static class RuleBook
{
    private static readonly Dictionary<string, (string Clause, string Strength, string Fix)> Rules = new()
    {
        ["G-01"] = ("5.1", RuleStrength.Required, "把纸张设为 A4（210 mm×297 mm）。"),
        ["G-02"] = ("5.2.1", RuleStrength.Required, "把上边距设为37 mm；按 GB/T 33476.2 排版时设为34.58 mm。"),
        ["G-03"] = ("5.2.1", RuleStrength.Required, "把左边距（订口）设为28 mm。"),
        ["G-04"] = ("5.2.1", RuleStrength.Required, "左边距28 mm、右边距26 mm，使版心宽156 mm。"),
        ["G-05"] = ("5.2.1", RuleStrength.Required, "上边距37 mm、下边距35 mm，使版心高225 mm。"),
        ["G-06"] = ("5.2.3", RuleStrength.Normal, "正文行距设为固定值28.95至29.6磅，每面排22行。"),
        ["G-07"] = ("5.2.3", RuleStrength.Normal, "3号字字符间距紧缩0.25磅，每行排28字。"),
        ["G-08"] = ("3.2", RuleStrength.Electronic, "正文行距设为固定值28.95至29.6磅。"),
        ["G-09"] = ("5.2.2", RuleStrength.Normal, "改为3号仿宋体字。"),
        ["G-10"] = ("5.2.4", RuleStrength.Required, "改为黑色。"),
        ["G-11"] = ("6.2", RuleStrength.Required, "发文机关标志和红色分隔线用红色，其他文字用黑色。"),
        ["G-12"] = ("5.2.3", RuleStrength.Practice, "段前、段后间距设为0。"),
        ["G-13"] = ("5.2.2", RuleStrength.Practice, "生成 PDF 时嵌入所用字体。"),
        ["G-20"] = ("7.2.1", RuleStrength.Normal, "用6位3号阿拉伯数字，顶格编排在版心左上角第一行。"),
        ["G-22"] = ("7.2.2", RuleStrength.Normal, "用3号黑体字，顶格编排在版心左上角第二行，保密期限用阿拉伯数字，如“机密★3年”。"),
        ["G-23"] = ("7.2.3", RuleStrength.Normal, "用3号黑体字，顶格编排在份号、密级之下。"),
        ["G-24"] = ("7.2.4", RuleStrength.Required, "使发文机关标志上边缘至版心上边缘35 mm。"),
        ["G-26"] = ("7.2.4", RuleStrength.Required, "发文机关标志居中排布。"),
        ["G-27"] = ("7.2.4", RuleStrength.Recommended, "发文机关标志用小标宋体字，红色。"),
        ["G-28"] = ("7.2.4", RuleStrength.Normal, "联合行文的发文机关名称上下排列，“文件”二字置于右侧，以联署机关名称为准上下居中。"),
        ["G-29"] = ("7.2.5", RuleStrength.Required, "用六角括号〔〕括全年份，序号不编虚位、不加“第”。"),
        ["G-30"] = ("7.2.5", RuleStrength.Required, "发文字号编排在发文机关标志下空二行位置。"),
        ["G-31"] = ("7.2.5", RuleStrength.Required, "下行文、平行文的发文字号居中；上行文的居左空一字。"),
        ["G-32"] = ("7.2.6", RuleStrength.Required, "补写“签发人”，联合行文按机关次序逐个列出。"),
        ["G-33"] = ("7.2.6", RuleStrength.Required, "“签发人”三字用3号仿宋体字，后标全角冒号，姓名用3号楷体字。"),
        ["G-34"] = ("7.2.6", RuleStrength.Required, "签发人居右空一字，与发文字号同处一行。"),
        ["G-35"] = ("7.2.7", RuleStrength.Required, "在发文字号之下4 mm处居中印一条与版心等宽的红色分隔线。"),
        ["G-36"] = ("7.2.7", RuleStrength.Required, "使红色分隔线与版心等宽（156 mm）。"),
        ["G-40"] = ("7.3.1", RuleStrength.Normal, "标题用2号小标宋体字，不加粗。"),
        ["G-41"] = ("7.3.1", RuleStrength.Required, "标题编排于红色分隔线下空二行位置。"),
        ["G-42"] = ("7.3.1", RuleStrength.Required, "标题居中排布，回行排成梯形或菱形。"),
        ["G-44"] = ("7.3.2", RuleStrength.Required, "主送机关编排于标题下空一行位置，居左顶格，最后标全角冒号。"),
        ["G-45"] = ("7.3.3", RuleStrength.Required, "公文首页必须显示正文；主送机关过多时移至版记。"),
        ["G-46"] = ("7.3.3", RuleStrength.Required, "每个自然段左空二字，回行顶格。"),
        ["G-47"] = ("7.3.3", RuleStrength.Normal, "第一层用黑体字，第二层用楷体字，第三、四层用仿宋体字，都不加粗。"),
        ["G-49"] = ("7.3.4", RuleStrength.Required, "正文下空一行左空二字编排“附件”二字，后标全角冒号和附件名称，名称之后不加标点。"),
        ["G-50"] = ("7.3.4", RuleStrength.Required, "多个附件用阿拉伯数字和小圆点依次编号，如“附件：1.××××”。"),
        ["G-51"] = ("7.3.5.4", RuleStrength.Required, "成文日期用阿拉伯数字将年、月、日标全，月、日不编虚位。"),
        ["G-52"] = ("7.3.5.1", RuleStrength.Normal, "加盖印章的，成文日期右空四字，署名在其上居中；不加盖印章的按7.3.5.2编排。"),
        ["G-53"] = ("7.3.5.1", RuleStrength.Normal, "署名编排在成文日期之上，以成文日期为准居中。"),
        ["G-54"] = ("7.3.5.1", RuleStrength.Required, "印章端正、居中下压署名和成文日期，使署名和成文日期居印章中心偏下位置。"),
        ["G-55"] = ("7.3.5.1", RuleStrength.Required, "印章顶端距正文（或附件说明）一行之内。"),
        ["G-56"] = ("7.3.5.1", RuleStrength.Required, "每个署名机关加盖一枚印章，不出现空白印章。"),
        ["G-57"] = ("7.3.5.1", RuleStrength.Required, "印章之间排列整齐，互不相交或相切，两端不超出版心。"),
        ["G-58"] = ("7.3.5.2", RuleStrength.Required, "署名右空二字，成文日期首字比署名首字右移二字；日期长于署名的，日期右空二字，署名相应增加右空字数。"),
        ["G-59"] = ("7.3.5.3", RuleStrength.Required, "签名章右空四字，左空二字标注签发人职务，以签名章为准上下居中；签名章下空一行右空四字编排成文日期。"),
        ["G-62"] = ("7.3.6", RuleStrength.Required, "附注居左空二字加圆括号编排在成文日期下一行。"),
        ["G-63"] = ("7.3.7", RuleStrength.Required, "附件另面编排，并在版记之前。"),
        ["G-64"] = ("7.3.7", RuleStrength.Required, "“附件”二字及顺序号用3号黑体字，顶格编排在版心左上角第一行，不加冒号。"),
        ["G-65"] = ("7.3.7", RuleStrength.Required, "附件标题居中编排在版心第三行。"),
        ["G-66"] = ("7.3.7", RuleStrength.Required, "附件顺序号和附件标题应与附件说明的表述一致。"),
        ["G-70"] = ("7.4.1", RuleStrength.Required, "使版记最后一条分隔线与最后一面的版心下边缘重合。"),
        ["G-71"] = ("GB/T 33476.2 7.3.1", RuleStrength.Electronic, "把版记排在偶数页。"),
        ["G-72"] = ("7.4.1", RuleStrength.Required, "版记分隔线与版心等宽，首条和末条推荐0.35 mm，中间的推荐0.25 mm。"),
        ["G-73"] = ("7.4.2", RuleStrength.Normal, "抄送用4号仿宋体字，左右各空一字，最后一个名称之后标句号。"),
        ["G-74"] = ("7.4.2", RuleStrength.Required, "把主送机关置于抄送机关之上一行，之间不加分隔线。"),
        ["G-75"] = ("7.4.3", RuleStrength.Normal, "印发机关和印发日期用4号仿宋体字，左右各空一字，日期后加“印发”二字。"),
        ["G-76"] = ("7.4.3", RuleStrength.Required, "印发机关和印发日期与版记中其他要素之间加一条细分隔线。"),
        ["G-77"] = ("7.5", RuleStrength.Required, "版记页前有空白页的，空白页和版记页都不编页码。"),
        ["G-80"] = ("7.5", RuleStrength.Normal, "页码用4号半角宋体阿拉伯数字，左右各放一条一字线。"),
        ["G-81"] = ("7.5", RuleStrength.Required, "使页码的一字线距版心下边缘7 mm。"),
        ["G-82"] = ("7.5", RuleStrength.Required, "单页码居右空一字，双页码居左空一字。"),
        ["G-83"] = ("7.5", RuleStrength.Required, "页码连续编排。"),
        ["G-84"] = ("8", RuleStrength.Required, "横排表格的页码位置与其他页码保持一致。"),
        ["G-90"] = ("9", RuleStrength.Required, "用“避头尾”排版，点号和后半个括号不放在行首，前半个括号不放在行尾。"),
        ["G-91"] = ("9", RuleStrength.Required, "破折号、省略号不断开移到下一行。"),
        ["G-92"] = ("GB/T 15834", RuleStrength.Practice, "一个数字不拆到两行。"),
        ["G-100"] = ("10.1", RuleStrength.Required, "使信函的发文机关标志上边缘至上页边30 mm。"),
        ["G-101"] = ("10.1", RuleStrength.Required, "发文机关标志下4 mm处印一条红色双线（上粗下细），长170 mm，居中。"),
        ["G-102"] = ("10.1", RuleStrength.Required, "距下页边20 mm处印一条红色双线（上细下粗），长170 mm，居中。"),
        ["G-103"] = ("10.1", RuleStrength.Required, "版头要素距上方双线为3号汉字高度的7/8（4.8 mm）。"),
        ["G-104"] = ("10.1", RuleStrength.Required, "标题居中编排，与其上最后一个要素相距二行。"),
        ["G-105"] = ("10.1", RuleStrength.Required, "信函首页不显示页码。"),
        ["G-106"] = ("10.1", RuleStrength.Required, "信函的版记不加印发机关和印发日期、分隔线。"),
        ["G-110"] = ("10.2", RuleStrength.Required, "使发文机关标志上边缘至版心上边缘20 mm。"),
        ["G-111"] = ("10.2", RuleStrength.Required, "令号在发文机关标志下空二行居中编排，令号下空二行编排正文。"),
        ["G-120"] = ("10.3", RuleStrength.Required, "使纪要标志上边缘至版心上边缘35 mm。"),
        ["G-121"] = ("10.3", RuleStrength.Normal, "出席、请假、列席用3号黑体字，左空二字；人员单位和姓名用3号仿宋体字。"),
        ["T-11"] = ("条例第九条（十二）", RuleStrength.Practice, "题注用3号楷体字，加圆括号居中编排在标题之下，写明通过的日期和会议；日期与成文日期一致。"),
        ["T-09"] = ("5.2.2", RuleStrength.Practice, "表格文字用一种字体、字号，不大于3号、不小于小五号，字体用仿宋、宋体、黑体或楷体。"),
        ["T-10"] = ("8", RuleStrength.Practice, "表格跨页时在每页重复表头，并不让一行拆到两页。"),
    };

    public static bool Knows(string rule) => Rules.ContainsKey(rule);

    /// <summary>A finding with the rule's clause, strength and mend.</summary>
    /// <param name="strength">Another strength than the rule's, for a part of it that is worded less strongly.</param>
    public static Finding Broken(string rule, string message, string measured, string required, string? strength = null)
    {
        var (clause, ownStrength, fix) = Rules[rule];
        return new Finding(rule, RuleStrength.SeverityOf(strength ?? ownStrength), message)
        {
            Clause = clause, Strength = strength ?? ownStrength, Measured = measured, Required = required, Fix = fix,
        };
    }

    public static string Millimetres(double value) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(value, 1):0.0} mm");

    public static string Points(double value) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(value, 2):0.##}磅");

    /// <summary>Repeated faults of one kind as one finding at the first place.</summary>
    public static IEnumerable<Finding> Once(IEnumerable<Finding> findings) =>
        findings.GroupBy(finding => (finding.Rule, finding.Message, finding.Measured))
            .Select(group => group.Count() == 1 ? group.First() : group.First() with { Message = $"{group.First().Message.TrimEnd('。')}（同类共{group.Count()}处）。" });
}
