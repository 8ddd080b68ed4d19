namespace DocFlow.Office.Sending;

/// <summary>Sends notices on one way; the host brings those that are set up.</summary>
public interface INoticeChannel
{
    NoticeWay Way { get; }

    /// <summary>Whether it is set up: otherwise nothing is left for it.</summary>
    bool IsReady { get; }

    /// <summary>Throws when it wasn't taken; it is then tried again later.</summary>
    Task SendAsync(OutsideNotice notice, CancellationToken cancellationToken);
}
