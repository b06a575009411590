using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.SignIn;

/// <summary>The sign-in form with exactly the fields that the tenant's door asks for (LOGIN-1).</summary>
public sealed class SignInPage
{
    public string? Identifier { get; set; }

    public string? Email { get; set; }

    public string? Password { get; set; }

    [BindNever]
    public DoorProfile Door { get; set; } = null!;

    [BindNever]
    public IReadOnlyList<DoorProfile> OtherDoors { get; set; } = [];

    /// <summary>Why the last session ended, when the user did not choose it.</summary>
    [BindNever]
    public string? EndReason { get; set; }

    [BindNever]
    public bool OffersPasskeys { get; set; }

    [BindNever]
    public string? ReturnUrl { get; set; }

    /// <summary>What the other doors keep: where one came from, and why (LOGIN-7).</summary>
    [BindNever]
    public IReadOnlyDictionary<string, string?> Kept { get; set; } = new Dictionary<string, string?>();

    [BindNever]
    public bool MayRecover { get; set; }

    /// <summary>A link that sets a new password can be mailed to whoever uses this door.</summary>
    [BindNever]
    public bool MayReset { get; set; }

    /// <summary>A temporary password can be set by telephone (TEMP-3).</summary>
    [BindNever]
    public bool ByPhone { get; set; }

    /// <summary>The field takes an ID beside the address.</summary>
    [BindNever]
    public bool TakesMasterIds { get; set; }

    /// <summary>Whoever uses this door registers itself (LINK-3).</summary>
    [BindNever]
    public bool MayRegister { get; set; }

    /// <summary>What failures lead to: told to everybody beforehand, so that no answer need tell it.</summary>
    [BindNever]
    public LockoutProfile Lockout { get; set; } = null!;

    /// <summary>The ID of a demonstration account stands in the form; only the password is left to type.</summary>
    [BindNever]
    public bool IsPrefilled { get; set; }

    [BindNever]
    public IReadOnlyList<DemoHint> DemoAccounts { get; set; } = [];
}

/// <summary>A demo account as the sign-in page lists it, in demonstration mode only.</summary>
/// <param name="Code">What its authenticator app shows now; null where it has none.</param>
/// <param name="Href">The form with its ID filled in.</param>
public sealed record DemoHint(string SignInWith, string Password, string Who, string? Code, string Href);
