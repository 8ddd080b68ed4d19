using DocFlow.Documents.Model;
using DocFlow.Documents.Source;

namespace DocFlow.Documents.Tests.Measuring;

/// <summary>Sources that the tests set.</summary>
internal static class Sources
{
    public const string Issuer = "中共云河市委办公室";

    /// <summary>63 full-width characters without punctuation.</summary>
    public const string PlainWords = "各地区各部门要认真贯彻落实会议精神切实加强组织领导明确责任分工细化工作措施加大督促检查力度确保各项工作任务按时完成取得实际成效";

    public static string Notice(string front = "", string body = "经研究，决定开展“无会周”活动。现将有关事项通知如下。", string title = Issuer + "关于开展“无会周”活动的通知", string number = "发文字号: 云办发〔2026〕37号", string recipients = "各县（区）委办公室，市委各部门办公室") =>
        $"""
        ---
        文种: 通知
        发文机关: {Issuer}
        {number}
        标题: {title}
        主送: {recipients}
        成文日期: 2026-12-04
        {front}
        ---
        {body}
        """;

    public const string Imprint = "抄送: [市人大常委会办公室, 市政府办公室, 市政协办公室]\n印发机关: 中共云河市委办公室\n印发日期: 2026-12-04";

    /// <summary>Reads a source for an office that may handle classified documents.</summary>
    public static OfficialDocument Read(string source)
    {
        var reading = DocumentSource.Read(source, new SourceReadOptions { AllowsClassified = true });
        Assert.True(reading.IsReadable, string.Join(" ", reading.Problems));
        return reading.Document!;
    }

    /// <summary>Enough plain text for several full pages.</summary>
    public static string LongBody(int paragraphs = 12) =>
        string.Join("\n", Enumerable.Repeat(string.Concat(Enumerable.Repeat(PlainWords, 3)) + "。", paragraphs));
}
