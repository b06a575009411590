using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Domain.Contracts;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin;

/// <summary>Who may still be added to a contract.</summary>
/// <param name="Ids">How many more IDs the contract may have; managers are not among them.</param>
/// <param name="HasManagers">Some of the tenant's users look after the others, and come about here.</param>
public sealed record UserRoom(int Ids, bool HasManagers)
{
    /// <summary>Where a pair signs in: the login IDs that the contract's people share.</summary>
    public IReadOnlyList<string> Shared { get; init; } = [];

    /// <summary>Those of them that have room.</summary>
    public IReadOnlyList<string> Free { get; init; } = [];

    /// <summary>What can be chosen: a manager needs no room.</summary>
    public IReadOnlyList<string> Choices => Free.Count > 0 ? Free : Shared;

    /// <summary>How many may share one.</summary>
    public int? PerLoginId { get; init; }

    /// <summary>Nobody can be added, whoever it is.</summary>
    public bool IsFull => !HasManagers && (Ids == 0 || (Shared.Count > 0 && Free.Count == 0));

    /// <summary>Why not, in the texts of the staff.</summary>
    public string Why => Ids > 0 && Shared.Count > 0 ? "AddUserFullLoginId" : "AddUserFull";
}

/// <summary>Asks before anything is typed whether somebody can be added at all (ADMIN-4); inside the tenant.</summary>
public sealed class NewUserRooms(PortalDbContext db, RegistrationService registration)
{
    public async Task<UserRoom> AskAsync(PortalTenant tenant, Contract contract)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(contract);
        var profile = tenant.Profile.Operators!;

        // Managers with a door or an ID of their own come about in other ways.
        var hasManagers = !profile.EveryUser && !FirstUsers.HasOneManager(tenant) && profile.Door == FirstUsers.FirstDoor(tenant).Key;
        var room = new UserRoom(await registration.RoomAsync(contract.Id), hasManagers);
        if (tenant.Door(profile.Door).Second is null)
        {
            return room;
        }

        var shared = await db.Users.Where(row => row.ContractId == contract.Id && row.Door == profile.Door)
            .Select(row => row.UserName!).Distinct().Order().ToListAsync();
        IReadOnlyList<string> all = shared.Count > 0 ? shared : [contract.Number];
        return room with
        {
            Shared = all,
            Free = room.Ids == 0 ? [] : await registration.WithRoomAsync(contract.Id, all),
            PerLoginId = profile.PerLoginId,
        };
    }
}
