using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Features.Shared.Slips;
using Portal.Web.Http.Cookies;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Operators.Imports;

/// <summary>The first passwords of an import with the people they are for, shown once (OPER-8, ADMIN-14).</summary>
public sealed class ImportResults(PortalDbContext db, CurrentTenant tenant, Slips slips, HandOvers handOvers, OperatorWords words)
{
    public async Task<HandOver> ReadAsync(Guid contractId, OneTimeSecret secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var passwords = secret.Text.Split('\n').Select(Split).ToList();
        var ids = passwords.ConvertAll(each => each.UserId);
        var users = await db.Users.AsNoTracking().Where(user => user.ContractId == contractId && ids.Contains(user.Id))
            .ToDictionaryAsync(user => user.Id);
        return await handOvers.OfAsync(
            [
                .. passwords.Where(each => users.ContainsKey(each.UserId))
                    .Select(each => slips.Of(tenant.Value, users[each.UserId], each.Password, secret.ExpiresAt)),
            ],
            words.Id);
    }

    // By the row: at several doors two may have the same ID.
    private static (Guid UserId, string Password) Split(string secret) =>
        secret.Split(' ', 2) is [var id, var password] && Guid.TryParse(id, out var userId) ? (userId, password) : default;
}
