using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.Rules.LinkedAdministrators;
using Portal.Rules.Lockout;
using Portal.Rules.Passwords;
using Portal.Rules.Recovery;
using Portal.Rules.SecondFactors;
using Portal.Rules.TemporaryPasswords;
using Portal.Web.Tenancy.Brands;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Tenancy;

/// <summary>
/// A tenant ready for use: its profile and its policies as values of the rules, never null (named by effect).
/// </summary>
public sealed class PortalTenant(Guid id, bool suspended, int version, TenantProfile profile)
{
    public Guid Id => id;

    public string Slug => profile.Slug;

    public bool Suspended => suspended;

    public int Version => version;

    public TenantProfile Profile => profile;

    public bool IsStaffRealm => profile.Slug == TenantProfile.StaffSlug;

    public PasswordPolicy Passwords { get; } = ProfilePolicies.Password(profile.Password);

    public LockoutPolicy Lockout { get; } = ProfilePolicies.Lockout(profile.Lockout);

    public TemporaryPasswordPolicy TemporaryPasswords { get; } = ProfilePolicies.TemporaryPassword(profile.TemporaryPassword);

    public RecoveryPolicy Recovery { get; } = ProfilePolicies.Recovery(profile.Recovery);

    public FactorPolicy Factors { get; } = ProfilePolicies.SecondFactor(profile.SecondFactor);

    /// <summary>How long a link to an administrator ID goes on after that ID's password changed.</summary>
    public TimeSpan LinkConfirmation { get; } = TimeSpan.FromDays(profile.LinkedAdministrators?.ReconfirmDays ?? 0);

    /// <summary>Whose consent is asked; null = nobody's.</summary>
    public ConsentPolicy? Consent { get; } = ProfilePolicies.Consent(profile);

    /// <summary>Somebody can work here in another's place, so that addresses may say whose (LINK-7).</summary>
    public bool HasActing => profile.LinkedAdministrators is not null || profile.Operators?.Acts?.Contains(DelegatedAct.ActFor) == true;

    /// <summary>How soon the desk means to answer cases; empty where nothing is promised.</summary>
    public IReadOnlyList<ResponseTarget> ResponseTargets { get; } = ProfilePolicies.ResponseTargets(profile.Cases);

    public TenantBrand Brand { get; } = TenantBrand.Of(profile.Brand);

    /// <summary>In the place of the drawn mark; null where the mark stands.</summary>
    public TenantLogoFacts? Logo { get; init; }

    public NamedZone Zone { get; } = NamedZone.Of(profile.TimeZone);

    public TimeSpan IdleTime => TimeSpan.FromMinutes(profile.Session.IdleMinutes);

    public TimeSpan AbsoluteTime => TimeSpan.FromHours(profile.Session.AbsoluteHours);

    /// <summary>How long a mailed link works that sets a password or proves an address.</summary>
    public TimeSpan LinkLife => TimeSpan.FromMinutes(profile.Recovery?.LinkMinutes ?? RecoveryProfile.UsualLinkMinutes);

    /// <summary>The doors whose IDs can have a new password set from a mailed link (RESET).</summary>
    public IEnumerable<DoorProfile> ResetDoors =>
        profile.Recovery is { Method: RecoveryProfile.ByLink } recovery
            ? profile.Doors.Where(door => recovery.Doors is null || recovery.Doors.Contains(door.Key))
            : [];

    public bool HasReset(string door) => ResetDoors.Any(found => found.Key == door);

    /// <summary>Whether somebody of this role changes its own address, or asks a manager to (OPER-4).</summary>
    public bool ChangesOwnEmail(AccountRole role) => !profile.EmailChange.ManagersOnly || role != AccountRole.Member;

    /// <summary>Where the tenant lives below the application's base address.</summary>
    public string PathBase => IsStaffRealm ? "/admin" : $"/t/{profile.Slug}";

    public bool Has(string feature) =>
        feature == TenantFeatures.SecondFactor ? Factors.Mode != SecondFactorMode.Off : profile.Features.Contains(feature);

    public DoorProfile Door(string key) => profile.Doors.First(door => door.Key == key);

    /// <summary>The path of the door of that key; of the first where there is none.</summary>
    public string DoorPath(string? key) => profile.Doors.FirstOrDefault(door => door.Key == key)?.Path ?? "";
}
