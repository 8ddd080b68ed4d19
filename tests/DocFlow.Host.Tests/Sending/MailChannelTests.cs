using System.Text;
using System.Text.Encodings.Web;
using DocFlow.Host.Sending;
using DocFlow.Office.Notices;
using DocFlow.Office.Sending;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;

namespace DocFlow.Host.Tests.Sending;

/// <summary>Mail against a listener in this process.</summary>
public sealed class MailChannelTests : IAsyncDisposable
{
    private static readonly OutsideNotice Notice = new(
        "01NOTICE", "shilei", "石磊", "shilei@example.cn", NoticeKind.Urge, "林知远催办《通知》：请办理。", ["林知远催办《通知》：请办理。"], "01DOC", new DateTimeOffset(2026, 11, 26, 10, 0, 0, TimeSpan.FromHours(8)));

    private readonly SmtpListener _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_notice_is_one_message_to_its_person_with_a_link_and_the_same_id_again()
    {
        await Channel().SendAsync(Notice, TestContext.Current.CancellationToken);
        await Channel().SendAsync(Notice, TestContext.Current.CancellationToken);

        var message = Read(_server.Messages[0]);
        Assert.Equal("催办：林知远催办《通知》：请办理。", message.Subject);
        Assert.Equal("石磊", Assert.IsType<MailboxAddress>(Assert.Single(message.To)).Name);
        Assert.Equal("docflow@example.cn", Assert.IsType<MailboxAddress>(Assert.Single(message.From)).Address);
        Assert.Contains("查看：https://office.example.cn/documents/01DOC", message.TextBody, StringComparison.Ordinal);
        Assert.Equal("01NOTICE@example.cn", message.MessageId);
        Assert.Equal(message.MessageId, Read(_server.Messages[1]).MessageId);
        Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
    }

    [Fact]
    public async Task What_hostile_text_says_is_text_in_the_message()
    {
        const string hostile = "<script>alert(1)</script><img src=x onerror=alert(1)>“&”";
        await Channel().SendAsync(Notice with { Lines = [hostile] }, TestContext.Current.CancellationToken);

        var message = Read(Assert.Single(_server.Messages));
        Assert.DoesNotContain("<script", message.HtmlBody, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", message.HtmlBody, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains(hostile, message.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("标题\r\nBcc: thief@example.com")]
    [InlineData("标题\nBcc: thief@example.com")]
    [InlineData("标题\r\n\r\n正文")]
    [InlineData("标题\u2028Bcc: thief@example.com")]
    public async Task A_subject_or_a_name_begins_no_header_of_its_own(string text)
    {
        await Channel().SendAsync(Notice with { Subject = text, PersonName = text }, TestContext.Current.CancellationToken);

        var message = Read(Assert.Single(_server.Messages));
        Assert.Empty(message.Bcc);
        Assert.Single(message.To);
        Assert.DoesNotContain(message.Headers, header => header.Value.Contains('\n', StringComparison.Ordinal) || header.Field.Equals("Bcc", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("shilei@example.cn", Assert.Single(message.To.Mailboxes).Address);
        Assert.Equal(["RCPT TO:<shilei@example.cn>"], _server.Recipients);
    }

    [Theory]
    [InlineData("shilei@example.cn\r\nRCPT TO:<thief@example.com>")]
    [InlineData("shilei@example.cn, thief@example.com")]
    public async Task An_address_that_is_more_than_one_is_not_sent_to(string address)
    {
        await Assert.ThrowsAnyAsync<Exception>(() => Channel().SendAsync(Notice with { Mail = address }, TestContext.Current.CancellationToken));

        Assert.Empty(_server.Messages);
    }

    [Fact]
    public async Task A_server_that_refuses_for_now_is_a_failure_and_one_that_hangs_up_after_taking_it_isnt()
    {
        _server.RefuseNext = 1;
        await Assert.ThrowsAnyAsync<Exception>(() => Channel().SendAsync(Notice, TestContext.Current.CancellationToken));
        _server.HangsUp = true;

        await Channel().SendAsync(Notice, TestContext.Current.CancellationToken);

        Assert.Single(_server.Messages);
    }

    private MailChannel Channel() => new(
        new MailOptions { Host = "127.0.0.1", Port = _server.Port, Security = "none", From = "docflow@example.cn" }, new NoticeLinks(new Uri("https://office.example.cn/")),
        HtmlEncoder.Default, NullLogger<MailChannel>.Instance);

    private static MimeMessage Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return MimeMessage.Load(stream);
    }
}
