using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.SignIn;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.OwnAccount.Passwords;

public sealed class PasswordPage
{
    public string? Current { get; set; }

    public string? New { get; set; }

    public string? Again { get; set; }

    [BindNever]
    public string LoginId { get; set; } = "";

    [BindNever]
    public IReadOnlyList<PolicyItem> Rules { get; set; } = [];

    [BindNever]
    public string PasswordRules { get; set; } = "";

    [BindNever]
    public bool AskTwice { get; set; }

    /// <summary>Set on the forced change; says why it is forced.</summary>
    [BindNever]
    public ChangeReason? Forced { get; set; }

    /// <summary>When the temporary password dies; null where none lives.</summary>
    [BindNever]
    public DateTimeOffset? TemporaryExpiresAt { get; set; }

    /// <summary>The temporary password that the session began with is dead: nothing can be set with it.</summary>
    public bool IsTemporaryOver => Forced == ChangeReason.TemporaryPassword && TemporaryExpiresAt is null;

    /// <summary>Several people use IDs here; they are told that others will be signed out (OPER-6).</summary>
    [BindNever]
    public bool SharedId { get; set; }
}

/// <param name="Token">The judged change, encrypted and bound
/// to session and account; never the password itself.</param>
public sealed record PasswordConfirmPage(string Token, string Strength, bool SharedId);
