using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;

namespace Portal.TestKit.World;

public sealed class StoredMemberships : OwnedRows<Membership>
{
    internal StoredMemberships(WorldSource source)
        : base(source)
    {
    }

    /// <summary>The second contract belongs to the holder of the first from now on.</summary>
    public async Task ShareHolderAsync(string number, string second)
    {
        await using var db = Source.Open();
        var holder = await db.Contracts.IgnoreQueryFilters().Where(row => row.Number == number).Select(row => row.HolderId).SingleAsync();
        await db.Contracts.IgnoreQueryFilters().Where(row => row.Number == second)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HolderId, holder));
    }

    /// <summary>As if somebody had been let in a while ago.</summary>
    public async Task AddAsync(Guid userId, string number, AccountRole role = AccountRole.Member, string? permissions = null)
    {
        Guid tenant, contract;
        await using (var db = Source.Open())
        {
            var found = await db.Contracts.IgnoreQueryFilters().SingleAsync(row => row.Number == number);
            (tenant, contract) = (found.TenantId, found.Id);
            await db.Users.IgnoreQueryFilters().Where(row => row.Id == userId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.HasMemberships, true));
        }

        await AddAsync(new Membership
        {
            TenantId = tenant,
            UserId = userId,
            ContractId = contract,
            Role = role,
            Permissions = permissions,
            CreatedAt = DateTimeOffset.UnixEpoch,
        });
    }
}
