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
using Portal.Web.Domain.Contracts;
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
        return !tenant.IsStaffRealm && MemberDoor(tenant).Identifier.Kind != IdentifierKind.PhoneNumber;
    }

    /// <summary>What the site calls its login IDs, at a door and on pages of its managers, is a heading too.</summary>
    public static ImportHeadings Headings(PortalTenant tenant, ImportKind kind)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        IEnumerable<LocalText?> names =
            [tenant.Profile.Operators?.Id, MemberDoor(tenant).Identifier.Label, FirstUsers.FirstDoor(tenant).Identifier.Label];
        return new ImportHeadings(kind, [.. names.OfType<LocalText>().SelectMany(name => new[] { name.In("ja"), name.In("en") })]);
    }

    internal ImportHeadings Headings(ImportKind kind) => Headings(tenant.Value, kind);

    internal async Task<(IReadOnlyList<ImportedUser> Users, List<ImportProblem> Problems)> CheckAsync(ImportSheet sheet)
    {
        var (users, problems) = Read(sheet);
        var keys = users.ToDictionary(user => user.Row, Key);
        problems.AddRange(ImportSheet.Twice(users, user => Place(user, keys[user.Row]), user => user.Row, MoveInColumn.LoginId));
        var taken = await TakenAsync(users, keys);
        var waiting = await WaitingAsync(users, keys);
        problems.AddRange(users.Where(user => taken.Contains(Place(user, keys[user.Row])) && !waiting.ContainsKey(user.Row))
            .Select(user => new ImportProblem(user.Row, MoveInColumn.LoginId, ImportFault.Taken)));
        problems.AddRange(await PlacesAsync(users, waiting));
        problems.AddRange(await ManagersAsync(users));
        problems.AddRange(await SharedIdsAsync(users));
        return (users, problems);
    }

    /// <summary>Makes the accounts; the caller's transaction has checked them.</summary>
    /// <param name="progress">Told after each batch how many there are.</param>
    /// <returns>Whose account each row is.</returns>
    internal async Task<IReadOnlyDictionary<int, Guid>> ApplyAsync(IReadOnlyList<ImportedUser> users, Func<int, Task> progress)
    {
        var contracts = await ContractsAsync([.. users.Select(user => user.Contract).Distinct()]);
        var waiting = await WaitingAsync(users, users.ToDictionary(user => user.Row, Key));
        var made = new Dictionary<int, Guid>(users.Count);
        foreach (var batch in users.Chunk(Batch))
        {
            var known = await KnownAsync([.. batch.Where(each => waiting.ContainsKey(each.Row)).Select(each => waiting[each.Row])]);
            foreach (var each in batch)
            {
                var user = waiting.TryGetValue(each.Row, out var id)
                    ? Fill(known[id], each)
                    : await accounts.AddAsync(Fill(NewUser(each, contracts[each.Contract].Id), each));
                made[each.Row] = user.Id;
                audit.Record(ImportEvents.UserMovedIn, AuditSubject.Of(user),
                    details: new { role = user.Role.ToString(), email = user.Email, oldHash = each.PasswordHash is not null });
            }

            await db.SaveChangesAsync();

            // What is saved needs no more memory, and these events owe nobody a mail.
            db.ChangeTracker.Clear();
            db.ForgetRecorded();
            await progress(made.Count);
        }

        return made;
    }

    /// <summary>Where those sign in who manage nobody.</summary>
    internal static DoorProfile MemberDoor(PortalTenant tenant) =>
        tenant.Profile.Operators is { } operators ? tenant.Door(operators.Door) : tenant.Profile.Doors[0];

    /// <summary>Managers sign in where a contract's first user does (LINK-1).</summary>
    private DoorProfile DoorOf(ImportedUser user) => user.IsManager ? FirstUsers.FirstDoor(tenant.Value) : MemberDoor(tenant.Value);

    private (List<ImportedUser> Users, List<ImportProblem> Problems) Read(ImportSheet sheet)
    {
        var first = FirstUsers.FirstDoor(tenant.Value);
        var hasManagers = FirstUsers.RoleIn(tenant.Value) == AccountRole.Manager && first.Identifier.Kind != IdentifierKind.PhoneNumber;
        var terms = Terms(MemberDoor(tenant.Value), tenant.Value.Profile.Operators?.IdFormat) with
        {
            Managers = hasManagers ? Terms(first, FirstUsers.IdFormat(tenant.Value)) : null,
        };
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

    private static UserImportTerms Terms(DoorProfile door, string? idFormat) =>
        new(new LoginIdShape(idFormat, door.Identifier.Kind == IdentifierKind.Email), door.Second is not null);

    private string Key(ImportedUser user) =>
        user.LoginId.Length == 0 ? "" : LoginKeys.For(DoorOf(user), user.LoginId, user.Email);

    /// <summary>The same ID at another door is another's; empty where there is none.</summary>
    private string Place(ImportedUser user, string key) => key.Length == 0 ? "" : DoorOf(user).Key + '\n' + key;

    private async Task<HashSet<string>> TakenAsync(List<ImportedUser> users, Dictionary<int, string> keys)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var at in users.Where(user => keys[user.Row].Length > 0).GroupBy(user => DoorOf(user).Key))
        {
            foreach (var some in at.Select(user => keys[user.Row]).Distinct().Chunk(AtOnce))
            {
                taken.UnionWith((await db.Users.Where(row => row.Door == at.Key && some.Contains(row.NormalizedUserName!))
                    .Select(row => row.NormalizedUserName!).ToListAsync()).Select(key => at.Key + '\n' + key));
            }
        }

        return taken;
    }

    /// <summary>
    /// The IDs of numbers, which came with the lines and had no password yet: what the file says is theirs (ADMIN-12).
    /// One with an address is somebody's already: links that were mailed there are alive.
    /// </summary>
    /// <returns>By the rows that name them and their contract.</returns>
    private async Task<Dictionary<int, Guid>> WaitingAsync(IReadOnlyList<ImportedUser> users, Dictionary<int, string> keys)
    {
        var waiting = new Dictionary<int, Guid>();
        if (!NumberRows.AreKept(tenant.Value))
        {
            return waiting;
        }

        var door = MemberDoor(tenant.Value).Key;
        foreach (var some in users.Where(user => !user.IsManager && keys[user.Row].Length > 0).DistinctBy(user => keys[user.Row])
            .Chunk(AtOnce))
        {
            var names = some.Select(user => keys[user.Row]).ToArray();
            var found = await db.Users
                .Where(row => row.Door == door && names.Contains(row.NormalizedUserName!) && row.PasswordHash == null
                    && row.PasswordChangedAt == null && row.Email == null && db.LineNumbers.Any(number => number.UserId == row.Id)
                    && !db.TemporaryPasswords.Any(password => password.UserId == row.Id))
                .Select(row => new { row.Id, Key = row.NormalizedUserName!, row.Contract!.Number }).ToDictionaryAsync(row => row.Key);
            foreach (var user in some)
            {
                if (found.TryGetValue(keys[user.Row], out var row) && row.Number == user.Contract)
                {
                    waiting[user.Row] = row.Id;
                }
            }
        }

        return waiting;
    }

    private Task<Dictionary<Guid, PortalUser>> KnownAsync(Guid[] ids) => db.Users.Where(row => ids.Contains(row.Id))
        .ToDictionaryAsync(row => row.Id);

    /// <summary>Whether the contracts are there, and have room (OPER-5).</summary>
    private async Task<IEnumerable<ImportProblem>> PlacesAsync(List<ImportedUser> users,
        Dictionary<int, Guid> waiting)
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

            problems.AddRange(group.Where(user => !user.IsManager && !waiting.ContainsKey(user.Row))
                .Skip(Math.Max(0, contract.Limit - contract.Members))
                .Select(user => new ImportProblem(user.Row, MoveInColumn.Contract, ImportFault.ContractFull,
                    contract.Limit.ToString(CultureInfo.InvariantCulture))));
        }

        return problems;
    }

    /// <summary>A contract has no second administrator ID, be it there or in another row (LINK-2).</summary>
    private async Task<IEnumerable<ImportProblem>> ManagersAsync(List<ImportedUser> users)
    {
        if (!FirstUsers.HasOneManager(tenant.Value))
        {
            return [];
        }

        var contracts = users.Where(user => user.IsManager && user.Contract.Length > 0).GroupBy(user => user.Contract).ToList();
        var (door, managed) = (FirstUsers.FirstDoor(tenant.Value).Key, new HashSet<string>(StringComparer.Ordinal));
        foreach (var some in contracts.Select(group => group.Key).Chunk(AtOnce))
        {
            managed.UnionWith(await db.Users
                .Where(row => row.Door == door && row.Role == AccountRole.Manager && some.Contains(row.Contract!.Number))
                .Select(row => row.Contract!.Number).ToListAsync());
        }

        return contracts.SelectMany(group => group.Skip(managed.Contains(group.Key) ? 0 : 1))
            .Select(user => new ImportProblem(user.Row, MoveInColumn.Manager, ImportFault.OneManager));
    }

    /// <summary>
    /// Wherever a pair signs in, one login ID has only so many users, and it and its contract are each other's alone:
    /// its people see all that is the contract's (USER-1, AZ-22).
    /// </summary>
    private async Task<IEnumerable<ImportProblem>> SharedIdsAsync(List<ImportedUser> users)
    {
        var door = MemberDoor(tenant.Value);
        if (door.Second is null || tenant.Value.Profile.Operators?.PerLoginId is not { } most)
        {
            return [];
        }

        var named = users.Where(user => user.LoginId.Length > 0 && DoorOf(user).Key == door.Key)
            .Select(user => (User: user, Id: LoginKeys.FirstOfPair(Key(user)))).ToList();
        var stored = named.Select(each => each.Id).Distinct().ToDictionary(id => id, _ => 0, StringComparer.Ordinal);
        var pairs = new SharedLoginIds();

        // No index counts by what keys begin with: all are looked through once, however many the file names.
        await foreach (var row in db.Users.Where(row => row.Door == door.Key)
            .Select(row => new { Key = row.NormalizedUserName!, LoginId = row.UserName!, Contract = row.Contract!.Number })
            .AsAsyncEnumerable())
        {
            var id = LoginKeys.FirstOfPair(row.Key);
            pairs.Join(id, row.LoginId, row.Contract);
            if (stored.TryGetValue(id, out var count))
            {
                stored[id] = count + 1;
            }
        }

        var limit = most.ToString(CultureInfo.InvariantCulture);
        return named.GroupBy(each => each.Id).SelectMany(group => group.Skip(Math.Max(0, most - stored[group.Key])))
            .Select(each => new ImportProblem(each.User.Row, MoveInColumn.LoginId, ImportFault.LoginIdFull, limit))
            .Concat(named.Where(each => each.User.Contract.Length > 0)
                .Select(each => pairs.Join(each.Id, each.User.LoginId, each.User.Contract) is { } fault
                    ? new ImportProblem(each.User.Row, MoveInColumn.LoginId, fault.Fault, fault.Is)
                    : null).OfType<ImportProblem>());
    }

    private async Task<Dictionary<string, ContractPlace>> ContractsAsync(IReadOnlyList<string> numbers)
    {
        var found = new Dictionary<string, ContractPlace>(StringComparer.Ordinal);
        foreach (var some in numbers.Chunk(AtOnce))
        {
            var rows = await db.Contracts.Where(row => some.Contains(row.Number))
                .Select(row => new ContractPlace(row.Number, row.Id, row.AccountLimit,
                    db.Users.Count(user => user.ContractId == row.Id && user.Role == AccountRole.Member)))
                .ToListAsync();
            rows.ForEach(row => found[row.Number] = row);
        }

        return found;
    }

    private PortalUser NewUser(ImportedUser from, Guid contractId) => new()
    {
        Door = DoorOf(from).Key,
        UserName = from.LoginId,
        Role = from.IsManager ? AccountRole.Manager : AccountRole.Member,
        ContractId = contractId,
    };

    private PortalUser Fill(PortalUser user, ImportedUser from)
    {
        user.Email = from.Email;
        user.NormalizedEmail = from.Email is null ? null : CanonicalText.Email(from.Email);
        (user.FamilyName, user.GivenName) = (from.FamilyName, from.GivenName);
        (user.FamilyNameKana, user.GivenNameKana) = (from.FamilyNameKana, from.GivenNameKana);
        user.Language = from.Language;
        user.PasswordHash = from.PasswordHash;

        // How old it really is nobody knows: its time begins here.
        user.PasswordChangedAt = from.PasswordHash is null ? null : clock.GetUtcNow();
        user.MustChangePassword = from.MustChange
            || (from.PasswordHash is not null && tenant.Value.Profile.Password.ChangeAfterMovingIn);
        return user;
    }

    private sealed record ContractPlace(string Number, Guid Id, int Limit, int Members);
}
