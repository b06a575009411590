using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Passkeys;
using Portal.Web.Forms;

namespace Portal.Web.Features.OwnAccount.Passkeys;

/// <param name="Accepted">What password managers are told: which passkeys of this account there are.</param>
public sealed record PasskeyList(IReadOnlyList<Passkey> Passkeys, int Limit, AcceptedPasskeys Accepted);

public sealed class PasskeyForm
{
    [InDraft]
    public string? Name { get; set; }

    /// <summary>The name when the form was shown: its version, as nothing else can be changed.</summary>
    [InDraft]
    public string? Former { get; set; }
}

public sealed class PasskeyRemovalPage
{
    [BindNever]
    public string Name { get; set; } = "";

    /// <summary>Other sessions end with it: whoever took the device may still be signed in (MF-11).</summary>
    public bool EndOthers { get; set; }
}
