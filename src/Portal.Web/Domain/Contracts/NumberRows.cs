using Microsoft.EntityFrameworkCore;
using Portal.Rules.Contracts;
using Portal.Rules.Delegation;
using Portal.Rules.Telephony;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Domain.Telephony;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Contracts;

/// <summary>Numbers to come.</summary>
/// <param name="Contract">Tracked, or just added.</param>
/// <param name="Numbers">National digits, none of them in use.</param>
/// <param name="NumbersSignIn">At the first door; otherwise each has an ID of its own.</param>
/// <param name="Line">The line they are on; null for a new one.</param>
/// <param name="StartsOn">Of a new line.</param>
public sealed record NewNumbers(Contract Contract, IReadOnlyList<string> Numbers, bool NumbersSignIn, ContractLine? Line,
    DateOnly StartsOn)
{
    /// <summary>What is said of some of them; the others go by themselves.</summary>
    public IReadOnlyDictionary<string, NumberWords> Words { get; init; } = new Dictionary<string, NumberWords>();
}

/// <param name="Name">Empty for none.</param>
/// <param name="Location">Where its line is; may be empty.</param>
public sealed record NumberWords(string Name, string Location);

/// <summary>
/// Writes numbers and their lines. Where numbers sign in at the first door they share one line and the first call
/// makes the account; elsewhere each has a line and an ID of its own, whose password the contract's manager issues.
/// </summary>
public sealed class NumberRows(PortalDbContext db, AccountFactory accounts, AuditLog audit, AuditActor actor, CurrentTenant tenant)
{
    /// <summary>Whether contracts of the tenant have numbers: those sign in, or their services are set.</summary>
    public static bool AreKept(PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return FirstUsers.WayIn(tenant) == FirstPasswordWay.Phone || tenant.Has(TenantFeatures.OptionServices);
    }

    /// <summary>
    /// Numbers that contracts of the tenant have, or with which somebody signs in; as people read them.
    /// </summary>
    public async Task<IReadOnlyList<string>> InUseAsync(IReadOnlyList<string> numbers)
    {
        var canonical = numbers.Select(number => E164.Read(number)!).ToArray();
        var inUse = await db.LineNumbers.Where(row => canonical.Contains(row.Number)).Select(row => row.Number).ToListAsync();
        return inUse.Count > 0
            ? inUse.ConvertAll(E164.Shown)
            : await db.Users.Where(row => numbers.Contains(row.UserName!)).Select(row => row.UserName!).ToListAsync();
    }

    /// <summary>Which of many that are to come cannot, as national digits.</summary>
    public async Task<IReadOnlySet<string>> TakenAsync(IReadOnlyList<string> numbers)
    {
        var canonical = numbers.Select(number => E164.Read(number)!).ToArray();
        var taken = (await db.LineNumbers.Where(row => canonical.Contains(row.Number)).Select(row => row.Number).ToListAsync())
            .Select(E164.National).ToHashSet(StringComparer.Ordinal);
        taken.UnionWith(await db.Users.Where(row => numbers.Contains(row.UserName!)).Select(row => row.UserName!).ToListAsync());
        return taken;
    }

    /// <summary>How many IDs that many numbers will have at once.</summary>
    public int IdsOf(int numbers, bool numbersSignIn) => OwnDoor(numbersSignIn) is null ? 0 : numbers;

    public async Task AddAsync(NewNumbers asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var contract = asked.Contract;
        var last = await db.LineNumbers.Where(row => row.ContractId == contract.Id).MaxAsync(row => (int?)row.Order) ?? 0;
        var hasMain = await db.LineNumbers.AnyAsync(row => row.ContractId == contract.Id && row.Kind == NumberKind.Main);
        await WriteAsync(asked, last, hasMain);
        await db.SaveChangesAsync();
    }

    /// <summary>Those of a contract that was just added and has none; whoever adds many saves them.</summary>
    internal Task AddFirstAsync(NewNumbers asked) => WriteAsync(asked, last: 0, hasMain: false);

    private async Task WriteAsync(NewNumbers asked, int last, bool hasMain)
    {
        var contract = asked.Contract;
        var (line, door) = (asked.Line, OwnDoor(asked.NumbersSignIn));
        foreach (var number in asked.Numbers)
        {
            last++;
            line = line is null || (!asked.NumbersSignIn && asked.Line is null) ? AddLine(asked, number, last) : line;
            var row = new LineNumber
            {
                Id = Guid.CreateVersion7(),
                ContractId = contract.Id,
                LineId = line.Id,
                Number = E164.Read(number)!,
                Kind = asked.NumbersSignIn && !hasMain ? NumberKind.Main : NumberKind.Additional,
                Name = asked.Words.GetValueOrDefault(number)?.Name ?? "",
                Order = last,
            };
            hasMain = true;
            db.LineNumbers.Add(row);
            if (door is not null)
            {
                row.UserId = (await AddUserAsync(contract, door, number)).Id;
            }
        }
    }

    /// <summary>The door at which each number has an ID of its own; null where it has none, or none yet.</summary>
    private string? OwnDoor(bool numbersSignIn) =>
        !numbersSignIn && tenant.Value.Profile.Operators?.Door is { } door && door != FirstUsers.FirstDoor(tenant.Value).Key ? door : null;

    private ContractLine AddLine(NewNumbers asked, string number, int order)
    {
        var said = asked.Words.GetValueOrDefault(number);
        var line = new ContractLine
        {
            Id = Guid.CreateVersion7(),
            ContractId = asked.Contract.Id,
            Number = number,
            Name = said is { Name.Length: > 0 } ? said.Name : E164.Shown(E164.Read(number)!),
            Kind = asked.NumbersSignIn ? "telephone" : "user",
            Location = said?.Location ?? "",
            StartsOn = asked.StartsOn,
            Order = order,
        };
        db.ContractLines.Add(line);
        return line;
    }

    private async Task<PortalUser> AddUserAsync(Contract contract, string door, string number)
    {
        var user = await accounts.AddAsync(new PortalUser
        {
            UserName = number,
            Door = door,
            Role = AccountRole.Member,
            ContractId = contract.Id,
            Phone = number,
            ChangedBy = actor.Name,
        });
        audit.Record(AuditKinds.UserRegistered, AuditSubject.Of(user), details: new { role = user.Role.ToString() });
        return user;
    }
}
