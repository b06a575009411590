using MimeKit;
using Portal.Rules.Mail;

namespace Portal.Web.Mail.Bounces;

/// <summary>Reads what mail servers tell of a failed delivery (RFC 3464).</summary>
internal static class DeliveryReport
{
    /// <summary>
    /// True where it says for good that the mailbox takes no mail; false for delays, receipts, answers of people and
    /// what is no report at all.
    /// </summary>
    public static async Task<bool> SaysNoMailboxAsync(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            using var message = await MimeMessage.LoadAsync(content, cancellationToken);
            return message.Body is MultipartReport report && report.OfType<MessageDeliveryStatus>().Any(IsFailure);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    // The first group is about the message, each other one about a recipient.
    private static bool IsFailure(MessageDeliveryStatus status) => status.StatusGroups.Skip(1).Any(group =>
        string.Equals(group["Action"]?.Trim(), "failed", StringComparison.OrdinalIgnoreCase)
        && DeliveryFailure.IsOfMailbox(group["Status"]?.Split(' ', '(')[0].Trim()));
}
