using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.Identifiers;
using Portal.Rules.Imports;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Imports;

/// <summary>
/// Users of a file: checked against one another and what is stored, and made into accounts in batches.
/// </summary>
public sealed class UserImport(PortalDbContext db, AccountFactory accounts, AuditLog audit, CurrentTenant tenant, TimeProvider clock)
{
    private const int Batch = 1_000;
    private const int AtOnce = 5_000;

    /// <summary>
    /// Whether this tenant's users can come from a file: where telephone numbers sign in, they follow from the lines.
    /// </summary>
    public static bool IsOffered(PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return !tenant.IsStaffRealm && Door(tenant).Identifier.Kind != IdentifierKind.PhoneNumber;
    }

    internal async Task<(IReadOnlyList<ImportedUser> Users, List<ImportProblem> Problems)> CheckAsync(ImportSheet sheet)
    {
        var (users, problems) = Read(sheet);
        var keys = users.ToDictionary(user => user.Row, Key);
        problems.AddRange(ImportSheet.Twice(users, user => keys[user.Row], user => user.Row, MoveInColumn.LoginId));
        var taken = await TakenAsync(keys.Values);
        problems.AddRange(users.Where(user => taken.Contains(keys[user.Row]))
            .Select(user => new ImportProblem(user.Row, MoveInColumn.LoginId, ImportFault.Taken)));
        problems.AddRange(await PlacesAsync(users));
        return (users, problems);
    }

    /// <summary>Makes the accounts; the caller's transaction has checked them.</summary>
    /// <param name="progress">Told after each batch how many there are.</param>
    internal async Task ApplyAsync(IReadOnlyList<ImportedUser> users, Func<int, Task> progress)
    {
        var contracts = await ContractsAsync([.. users.Select(user => user.Contract).Distinct()]);
        var now = clock.GetUtcNow();
        var done = 0;
        foreach (var batch in users.Chunk(Batch))
        {
            foreach (var each in batch)
            {
                var user = await accounts.AddAsync(ToUser(each, contracts[each.Contract].Id, now));
                audit.Record(ImportEvents.UserMovedIn, AuditSubject.Of(user),
                    details: new { role = user.Role.ToString(), email = user.Email, oldHash = each.PasswordHash is not null });
            }

            await db.SaveChangesAsync();

            // What is saved needs no more memory, and these events owe nobody a mail.
            db.ChangeTracker.Clear();
            db.ForgetRecorded();
            await progress(done += batch.Length);
        }
    }

    private static DoorProfile Door(PortalTenant tenant) =>
        tenant.Profile.Operators is { } operators ? tenant.Door(operators.Door) : tenant.Profile.Doors[0];

    private (List<ImportedUser> Users, List<ImportProblem> Problems) Read(ImportSheet sheet)
    {
        var door = Door(tenant.Value);
        var terms = new UserImportTerms(
            new LoginIdShape(tenant.Value.Profile.Operators?.IdFormat, door.Identifier.Kind == IdentifierKind.Email),
            door.Second is not null);
        var (users, problems) = (new List<ImportedUser>(sheet.Rows.Count), new List<ImportProblem>());
        foreach (var row in sheet.Rows)
        {
            var reading = ImportRules.User(row.Number, column => sheet.Cell(row, column), terms);
            users.Add(reading.Value);
            problems.AddRange(reading.Problems);
            if (sheet.HasMore(row))
            {
                problems.Add(new ImportProblem(row.Number, MoveInColumn.None, ImportFault.MoreCells));
            }
        }

        return (users, problems);
    }

    private string Key(ImportedUser user) =>
        user.LoginId.Length == 0 ? "" : LoginKeys.For(Door(tenant.Value), user.LoginId, user.Email);

    private async Task<HashSet<string>> TakenAsync(IEnumerable<string> keys)
    {
        var door = Door(tenant.Value).Key;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in keys.Where(key => key.Length > 0).Distinct().Chunk(AtOnce))
        {
            taken.UnionWith(await db.Users.Where(row => row.Door == door && some.Contains(row.NormalizedUserName!))
                .Select(row => row.NormalizedUserName!).ToListAsync());
        }

        return taken;
    }

    /// <summary>Whether the contracts are there, and have room (OPER-5).</summary>
    private async Task<IEnumerable<ImportProblem>> PlacesAsync(List<ImportedUser> users)
    {
        var contracts = await ContractsAsync([.. users.Select(user => user.Contract).Where(number => number.Length > 0).Distinct()]);
        var problems = new List<ImportProblem>();
        foreach (var group in users.Where(user => user.Contract.Length > 0).GroupBy(user => user.Contract))
        {
            if (!contracts.TryGetValue(group.Key, out var contract))
            {
                problems.AddRange(group.Select(user => new ImportProblem(user.Row, MoveInColumn.Contract, ImportFault.NoContract)));
                continue;
            }

            problems.AddRange(group.Where(user => !user.IsManager).Skip(Math.Max(0, contract.Limit - contract.Members))
                .Select(user => new ImportProblem(user.Row, MoveInColumn.Contract, ImportFault.ContractFull,
                    contract.Limit.ToString(CultureInfo.InvariantCulture))));
        }

        return problems;
    }

    private async Task<Dictionary<string, Place>> ContractsAsync(IReadOnlyList<string> numbers)
    {
        var found = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var some in numbers.Chunk(AtOnce))
        {
            var rows = await db.Contracts.Where(row => some.Contains(row.Number))
                .Select(row => new Place(row.Number, row.Id, row.AccountLimit,
                    db.Users.Count(user => user.ContractId == row.Id && user.Role == AccountRole.Member)))
                .ToListAsync();
            rows.ForEach(row => found[row.Number] = row);
        }

        return found;
    }

    private PortalUser ToUser(ImportedUser from, Guid contractId, DateTimeOffset now) => new()
    {
        Door = Door(tenant.Value).Key,
        UserName = from.LoginId,
        Role = from.IsManager ? AccountRole.Manager : AccountRole.Member,
        ContractId = contractId,
        Email = from.Email,
        NormalizedEmail = from.Email is null ? null : CanonicalText.Email(from.Email),
        FamilyName = from.FamilyName,
        GivenName = from.GivenName,
        FamilyNameKana = from.FamilyNameKana,
        GivenNameKana = from.GivenNameKana,
        Language = from.Language,
        PasswordHash = from.PasswordHash,

        // How old it really is nobody knows: its time begins here.
        PasswordChangedAt = from.PasswordHash is null ? null : now,
        MustChangePassword = from.MustChange,
    };

    private sealed record Place(string Number, Guid Id, int Limit, int Members);
}
