using Portal.Rules.Calendars;
using Portal.Rules.Delegation;
using Portal.Rules.Telephony;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Domain.Telephony;
using Portal.Web.Tenancy;

namespace Portal.Web.Data.Seed;

/// <summary>What a tenant's demonstration data is written with: contracts, lines, accounts in their states.</summary>
internal sealed class DemoSite(PortalDbContext db, AccountFactory accounts, DemoHashes hashes, AppSecrets secrets, PortalTenant tenant,
    DemoClock clock, Random random)
{
    private const int NewestContract = 200;
    private readonly List<(PortalUser User, DemoUser Demo)> members = [];
    private readonly Dictionary<Guid, int> lines = [];
    private readonly Dictionary<Guid, int> options = [];
    private readonly Dictionary<string, LineNumber> numbers = [];
    private int people;

    public PortalTenant Tenant => tenant;

    public DemoClock Clock => clock;

    public Random Random => random;

    public PortalDbContext Db => db;

    /// <summary>The other tenants, by slug.</summary>
    public required IReadOnlyDictionary<string, Guid> TenantIds { get; init; }

    /// <summary>The staff who look after this tenant; they are of another one.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Desk { get; init; } = [];

    /// <summary>When they work.</summary>
    public WorkingCalendar DeskTime { get; init; } = WorkingCalendar.Always;

    public IReadOnlyList<(PortalUser User, DemoUser Demo)> Members => members;

    /// <summary>How many were added.</summary>
    public int Contracts { get; private set; }

    /// <summary>Somebody new.</summary>
    public DemoPerson Somebody() => DemoPeople.Number(people++);

    public Holder AddHolder(string name, string kana)
    {
        var holder = new Holder { Id = Guid.CreateVersion7(), TenantId = tenant.Id, Name = name, NameKana = kana };
        db.Holders.Add(holder);
        return holder;
    }

    public Contract AddContract(Holder holder, string number, string service, AuthenticationUnit? unit = null,
        ContractStatus status = ContractStatus.Active)
    {
        var starts = clock.Today.AddDays(-random.Next(NewestContract, 2000));
        var contract = new Contract
        {
            Id = Guid.CreateVersion7(),
            TenantId = tenant.Id,
            HolderId = holder.Id,
            Holder = holder,
            Number = number,
            Service = service,
            AuthenticationUnit = unit,
            Status = status,
            StartsOn = starts,
            RenewsOn = clock.Today.AddDays(random.Next(30, 365)),
        };
        db.Contracts.Add(contract);
        Contracts++;
        return contract;
    }

    /// <summary>Somebody works for a contract beside its own.</summary>
    public void AddMembership(PortalUser user, Contract contract, AccountRole role)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(contract);
        user.HasMemberships = true;
        db.Memberships.Add(new Membership
        {
            TenantId = tenant.Id,
            UserId = user.Id,
            ContractId = contract.Id,
            Role = role,
            CreatedAt = clock.Now,
        });
    }

    public ContractLine AddLine(Contract contract, string number, string name, string kind, string location = "", string bandwidth = "")
    {
        var order = lines[contract.Id] = lines.GetValueOrDefault(contract.Id) + 1;
        var line = new ContractLine
        {
            Id = Guid.CreateVersion7(),
            TenantId = tenant.Id,
            ContractId = contract.Id,
            Number = number,
            Name = name,
            Kind = kind,
            Location = location,
            Bandwidth = bandwidth,
            StartsOn = contract.StartsOn.AddDays(random.Next(0, 90)),
            Order = order,
        };
        db.ContractLines.Add(line);
        return line;
    }

    public void AddOption(Contract contract, string name, int? quantity = null)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var order = options[contract.Id] = options.GetValueOrDefault(contract.Id) + 1;
        db.ContractOptions.Add(new ContractOption
        {
            Id = Guid.CreateVersion7(),
            TenantId = tenant.Id,
            ContractId = contract.Id,
            Name = name,
            Quantity = quantity,
            StartsOn = contract.RenewsOn!.Value.AddYears(-1),
            Order = order,
        });
    }

    /// <summary>A number of a line; the account that is added with it as its ID signs in with it.</summary>
    public void AddNumber(ContractLine line, string national, NumberKind kind, string name)
    {
        ArgumentNullException.ThrowIfNull(line);
        var number = new LineNumber
        {
            Id = Guid.CreateVersion7(),
            TenantId = tenant.Id,
            ContractId = line.ContractId,
            LineId = line.Id,
            Number = E164.Read(national) ?? throw new ArgumentException("No telephone number.", nameof(national)),
            Kind = kind,
            Name = name,
            Order = numbers.Count + 1,
        };
        numbers.Add(national, number);
        db.LineNumbers.Add(number);
    }

    public async Task<PortalUser> AddAsync(DemoUser demo)
    {
        var user = new PortalUser
        {
            UserName = demo.LoginId,
            Door = demo.Door ?? tenant.Profile.Doors[0].Key,
            Role = demo.Role,
            ContractId = demo.Contract?.Id,
            Contract = demo.Contract,
            Email = demo.Email,
            KeywordHash = demo.Keyword is null ? null : hashes.Keyword(demo.Keyword),
            FamilyName = demo.Person.FamilyName,
            GivenName = demo.Person.GivenName,
            FamilyNameKana = demo.Person.FamilyNameKana,
            GivenNameKana = demo.Person.GivenNameKana,
            Department = demo.Department,
            Phone = demo.Phone,
            Language = demo.Language,
            WantsSecondFactor = demo.WantsSecondFactor,
        };
        DemoStates.Apply(this, user, demo, hashes.Password(DemoData.PasswordOf(tenant.Slug)));
        await accounts.AddAsync(user);
        AddApp(user, demo);
        if (numbers.GetValueOrDefault(demo.LoginId) is { } number)
        {
            number.UserId = user.Id;
        }

        members.Add((user, demo));
        return user;
    }

    private void AddApp(PortalUser user, DemoUser demo)
    {
        if (demo.AppSecret is not { } secret)
        {
            return;
        }

        var id = Guid.CreateVersion7();
        db.AuthenticatorApps.Add(new AuthenticatorApp
        {
            Id = id,
            TenantId = tenant.Id,
            UserId = user.Id,
            Name = "スマートフォン",
            ProtectedSecret = secrets.Protect(id, SecretText.Read(secret)),
            CreatedAt = user.CreatedAt,
            ConfirmedAt = user.CreatedAt,
        });
    }

    /// <summary>
    /// Further accounts of a contract, some of each kind there
    /// is, so that a list has something to page, sort and filter.
    /// </summary>
    public async Task AddColleaguesAsync(int count, Func<int, DemoPerson, DemoUser> make)
    {
        for (var i = 0; i < count; i++)
        {
            var demo = make(i, Somebody());
            await AddAsync(demo with
            {
                SignIns = random.Next(4, 14),
                Lockouts = i % 5 == 1 ? 1 : 0,
                LiveSessions = i % 4 == 2 ? 1 + (i % 2) : 0
            });
        }
    }
}
