using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Recovery.ResetLinks;

/// <summary>The steps to a reset link; which fields a step has depends on what identifies at the door.</summary>
public sealed class ResetRequestPage
{
    public string? Identifier { get; set; }

    public string? Email { get; set; }

    /// <summary>Ties the second step's form to the first step of the same tab.</summary>
    public string? Step { get; set; }

    [BindNever]
    public DoorProfile Door { get; set; } = null!;

    [BindNever]
    public bool AsksAddressApart { get; set; }

    [BindNever]
    public bool HasOtherDoors { get; set; }
}

public sealed record ResetSentPage(TenantProfile Profile, DoorProfile? Door, bool AsksAddressApart);
