using DocFlow.Office.Dossiers;

namespace DocFlow.Host.Pages.Frame;

/// <summary>The states of documents, in words.</summary>
internal static class StateNames
{
    public static string Of(DocumentState state) => state switch
    {
        DocumentState.Draft => "草稿",
        DocumentState.Running => "办理中",
        DocumentState.Signed => "已签发",
        DocumentState.Numbered => "已编号",
        DocumentState.Issued => "已印发",
        DocumentState.Archived => "已归档",
        _ => "作废",
    };
}
