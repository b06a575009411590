using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Forms;

namespace Portal.Web.Features.OwnAccount.EmailChange;

/// <summary>One's own address, and the change of it that is under way.</summary>
public sealed class EmailPage
{
    [InDraft]
    public string? Email { get; set; }

    [BindNever]
    public string? Current { get; set; }

    [BindNever]
    public bool IsConfirmed { get; set; }

    /// <summary>Since when mail to it comes back (ML-05).</summary>
    [BindNever]
    public DateTimeOffset? BouncedAt { get; set; }

    [BindNever]
    public bool MayBeChecked { get; set; }

    [BindNever]
    public bool AsksOldAddress { get; set; }

    [BindNever]
    public PendingEmail? Pending { get; set; }

    /// <summary>Users of one login ID look after one another (USER-4).</summary>
    [BindNever]
    public bool HasColleagues { get; set; }
}

/// <param name="Email">Null while the old address is asked.</param>
public sealed record PendingEmail(string? Email, DateTimeOffset Until);

/// <summary>The page behind the mail to the old address.</summary>
public sealed class NewEmailPage
{
    public string? Email { get; set; }

    /// <summary>Ties the form to the link it was shown for.</summary>
    public Guid Link { get; set; }

    [BindNever]
    public string Current { get; set; } = "";
}

/// <param name="Step">"confirm", "revert" or "proof"; names texts and address.</param>
/// <param name="Email">The address that counts afterwards.</param>
/// <param name="Former">The one that counts now.</param>
public sealed record EmailLinkPage(string Step, Guid Link, string LoginId, string Email, string? Former);
