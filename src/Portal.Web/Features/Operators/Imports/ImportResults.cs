using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Export;
using Portal.Web.Features.Shared.Slips;
using Portal.Web.Http.Cookies;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Operators.Imports;

/// <summary>The first passwords of an import with the people they are for, shown once (OPER-8, ADMIN-14).</summary>
public sealed class ImportResults(PortalDbContext db, CurrentTenant tenant, Slips slips, OperatorWords words,
    IStringLocalizer<SlipText> text)
{
    public async Task<ImportResult> ReadAsync(Guid contractId, OneTimeSecret secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var passwords = secret.Text.Split('\n').Select(Split).ToList();
        var ids = passwords.ConvertAll(each => each.LoginId);
        var users = await db.Users.AsNoTracking().Where(user => user.ContractId == contractId && ids.Contains(user.UserName!))
            .ToDictionaryAsync(user => user.UserName!);
        IReadOnlyList<Slip> made =
        [
            .. passwords.Where(each => users.ContainsKey(each.LoginId))
                .Select(each => slips.Of(tenant.Value, users[each.LoginId], each.Password, secret.ExpiresAt)),
        ];
        var file = await CsvDocument.ToBytesAsync([words.Id, text["Name"], text["Password"]],
            made.Select(slip => (IReadOnlyList<object?>)[slip.LoginId, slip.Name, slip.Password]));
        return new ImportResult(made, "data:text/csv;base64," + Convert.ToBase64String(file));
    }

    private static (string LoginId, string Password) Split(string secret) =>
        secret.Split(' ') is [.. var id, var password] ? (string.Join(' ', id), password) : default;
}
