namespace DocFlow.Office.Sending;

/// <summary>A way on which notices leave the system.</summary>
public enum NoticeWay
{
    /// <summary>电子邮件</summary>
    Mail,

    /// <summary>消息接口: another system of the office's, told by HTTP.</summary>
    Webhook,
}
