using Portal.Web.Data.Entities;

namespace Portal.Web.Features.Dev;

/// <param name="To">The address the list is confined to.</param>
/// <param name="Server">The mail server that gets the mail instead; null when it is caught.</param>
public sealed record MailboxPage(string? To, string? Server, IReadOnlyList<CaughtMail> Mails);

public sealed class MailboxText;
