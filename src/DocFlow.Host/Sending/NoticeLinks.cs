namespace DocFlow.Host.Sending;

/// <summary>Where people open what they are told of (PublicAddress); no links where the address isn't known.</summary>
internal sealed record NoticeLinks(Uri? Address)
{
    public string? Of(string? documentId) => Address is null || documentId is null ? null : new Uri(Address, $"documents/{Uri.EscapeDataString(documentId)}").AbsoluteUri;
}
