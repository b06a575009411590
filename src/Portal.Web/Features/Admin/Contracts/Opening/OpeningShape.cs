using Portal.Rules.Contracts;
using Portal.Web.Domain.Contracts;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.Contracts.Opening;

/// <summary>What a tenant's login scheme asks of a new contract.</summary>
public sealed record OpeningShape(PortalTenant Tenant)
{
    public FirstPasswordWay Way { get; } = FirstUsers.WayIn(Tenant);

    public DoorProfile Door { get; } = FirstUsers.FirstDoor(Tenant);

    /// <summary>Otherwise the first call from the line makes the account.</summary>
    public bool AsksUser => Way != FirstPasswordWay.Phone;

    /// <summary>Login ID and address sign in together; the login ID is the contract number.</summary>
    public bool IsPair => Door.Second is not null;

    public bool AsksLoginId => AsksUser && !IsPair;

    public bool NeedsEmail => IsPair || Way == FirstPasswordWay.Invitation;

    public bool NeedsNumbers => Way == FirstPasswordWay.Phone;

    public bool AsksNumbers => NumberRows.AreKept(Tenant);

    public string? NumberFormat => Tenant.Profile.Contracts.NumberFormat;

    /// <summary>Of the IDs at the first door, where the profile says so.</summary>
    public string? IdFormat => FirstUsers.IdFormat(Tenant);

    /// <summary>What follows the address in an ID that is left empty; null where it must be typed.</summary>
    public string? IdSuggestion => Operators?.IdSuggestion;

    public string? IdHint => (Operators?.IdHint ?? Door.Identifier.Hint)?.ToString();

    private OperatorsProfile? Operators => Tenant.Profile.Operators is { } operators && operators.Door == Door.Key ? operators : null;
}
