using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Recovery.Links;

/// <summary>The page behind a reset link or an invitation.</summary>
public sealed class MailedPasswordPage
{
    public string? New { get; set; }

    public string? Again { get; set; }

    /// <summary>
    /// Whose password this form sets; a form left open in another tab must not set somebody else's (TR-05).
    /// </summary>
    public Guid Account { get; set; }

    [BindNever]
    public LinkPurpose Purpose { get; set; }

    [BindNever]
    public string LoginId { get; set; } = "";

    /// <summary>Whose session this browser is in, where it is not that of the invited person.</summary>
    [BindNever]
    public string? SignedInAs { get; set; }

    [BindNever]
    public string IdLabel { get; set; } = "";

    [BindNever]
    public IReadOnlyList<PolicyItem> Rules { get; set; } = [];

    [BindNever]
    public string PasswordRules { get; set; } = "";

    [BindNever]
    public bool AskTwice { get; set; }

    [BindNever]
    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>After the password was set.</summary>
/// <param name="SignIn">The sign-in page of the account's door.</param>
/// <param name="SignedInAs">Whose session this browser is in still.</param>
public sealed record MailedPasswordDonePage(string SignIn, string? SignedInAs);

/// <param name="MayAskAgain">There is a page that mails another one.</param>
public sealed record DeadLinkPage(LinkPurpose Purpose, bool MayAskAgain);
