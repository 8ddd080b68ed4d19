using DocFlow.Documents;
using DocFlow.Documents.Source;
using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Host.Tests.Checking;

/// <summary>A notice with a wrong bracket and a half-width comma, as the files that clerks drop on the page.</summary>
internal static class FaultyFiles
{
    public const string Body = "依据云办发[2026]12号文件，要加强领导,落实责任。";

    public static string Source { get; } = Sources.Notice(Sources.Imprint, Body);

    public static byte[] Write(FileFormat format)
    {
        var press = new DocumentPress(TestFonts.Library);
        using var stream = new MemoryStream();
        press.Write(press.Typeset(DocumentSource.Read(Source).Document!), format, stream);
        return stream.ToArray();
    }
}
