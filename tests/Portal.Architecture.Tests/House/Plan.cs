namespace Portal.Architecture.Tests.House;

/// <summary>The rooms of docs and design: which folder is which room, and who may use whom.</summary>
internal sealed class Plan(string web, string rules)
{
    public const string Shared = "Features.Shared";
    private const string Features = "Features.";
    private const string Domain = "Domain.";

    /// <summary>
    /// The rooms of Domain from the ground up: each may use those before it and none behind it, so that acts call each
    /// other in one direction only. A new room takes its place here.
    /// </summary>
    public static readonly IReadOnlyList<string> DomainRooms =
    [
        "Domain.Accounts.Identity",
        "Domain.Accounts.Hashing",
        "Domain.Accounts.Locks",
        "Domain.Accounts.Standing",
        "Domain.Accounts.Lockout",
        "Domain.Accounts.Sessions",
        "Domain.Submissions",
        "Domain.Accounts.Throttling",
        "Domain.Accounts.MailedLinks",
        "Domain.Accounts.Credentials",
        "Domain.Accounts.Passwords",
        "Domain.Accounts.Delegation",
        "Domain.Accounts.Memberships",
        "Domain.Accounts.Access",
        "Domain.Accounts.Attempts",
        "Domain.Accounts.Recovery",
        "Domain.Accounts.Addresses",
        "Domain.Accounts.Details",
        "Domain.Accounts.Factors",
        "Domain.Accounts.Passkeys",
        "Domain.Accounts.Reauthentication",
        "Domain.Accounts.SignIn",
        "Domain.Accounts.Registration",
        "Domain.Accounts.LinkedAdministrators",
        "Domain.Accounts.Acting",
        "Domain.Accounts.Staff",
        "Domain.Accounts", // the table of contents
        "Domain.Telephony",
        "Domain.AuthenticationUnits",
        "Domain.OptionServices",
        "Domain.RichTexts",
        "Domain.Knowledge",
        "Domain.Announcements",
        "Domain.Cases",
        "Domain.Orders",
        "Domain.Points",
        "Domain.WorkRequests",
        "Domain.Contracts",
        "Domain.Approvals",
        "Domain.Imports",
        "Domain.Tenants",
    ];

    /// <summary>What is in each room, for the table of the docs.</summary>
    public static readonly IReadOnlyList<(string Room, string Holds)> Directory =
    [
        ("Rules", "what is allowed: facts and `now` in, a decision out; no packages, no clock, no I/O"),
        ("Entities", "the rows, one type a file; every room may name them"),
        ("Metrics", "the meter and the source of spans; what counts holds its own instruments"),
        ("Data", "the model and its two providers, unit of work, tenant scope, connections, keys, start, migrations"),
        ("Tenancy", "profiles, the catalogue of tenants, the tenant at work, policies as values of the rules, absolute links"),
        ("Audit", "events in the past tense, who acts, histories"),
        ("Delivery", "`Mail`, `Outbox`, `Setbacks`, `Files`, `Export`: what leaves, what comes in as a file, rows that cannot be handled"),
        ("Domain.Accounts.Identity", "how an ID becomes a key, random tokens, Identity's interfaces over our rows"),
        ("Domain.Accounts.Hashing", "password hashes, the gate in front of them, hashes made ahead of a transaction"),
        ("Domain.Accounts.Locks", "row locks around an account, in one order"),
        ("Domain.Accounts.Standing", "may this account be in: from facts, the same as SQL"),
        ("Domain.Accounts.Lockout", "counting failures, locking, how a lock ends"),
        ("Domain.Accounts.Sessions", "sessions as rows, the session of this request, browsers that are trusted"),
        ("Domain.Submissions", "forms sent twice, forms interrupted, requests turned away"),
        ("Domain.Accounts.Throttling", "limits by network address"),
        ("Domain.Accounts.MailedLinks", "links in mails: made, found, used, ended"),
        ("Domain.Accounts.Credentials", "what ends when a credential changes"),
        ("Domain.Accounts.Passwords", "judging and setting passwords, temporary passwords"),
        ("Domain.Accounts.Delegation", "who may act on whom, roles and permissions"),
        ("Domain.Accounts.Memberships", "who works for which contracts beside its own, and for which of them now"),
        ("Domain.Accounts.Access", "switching sign-in off and on, IDs whose time runs out"),
        ("Domain.Accounts.Attempts", "sign-ins between password and second factor, and their successful end"),
        ("Domain.Accounts.Recovery", "ways back in: temporary password by mail, reset and invitation links, \"this was not me\""),
        ("Domain.Accounts.Addresses", "e-mail addresses: registered, changed, proven, undone"),
        ("Domain.Accounts.Details", "names, numbers, keyword and profile of an account"),
        ("Domain.Accounts.Factors", "authenticator apps, e-mailed and recovery codes"),
        ("Domain.Accounts.Passkeys", "WebAuthn over our rows"),
        ("Domain.Accounts.Reauthentication", "proof before sensitive acts"),
        ("Domain.Accounts.SignIn", "the gate, the evaluation of a password, sign-in"),
        ("Domain.Accounts.Registration", "new accounts, invitations, login IDs, removal"),
        ("Domain.Accounts.LinkedAdministrators", "links between managers and administrator IDs, consent to terms"),
        ("Domain.Accounts.Acting", "working in somebody else's place: begun, asked anew with every request, ended"),
        ("Domain.Accounts.Staff", "the staff's own accounts: taken in, given rights, switched off, removed"),
        ("Domain.Accounts", "the table of contents of the rooms of accounts"),
        ("Domain.Telephony", "lines and numbers, the call that sets a temporary password"),
        ("Domain.AuthenticationUnits", "by which numbers a contract signs in, and changing that"),
        ("Domain.OptionServices", "what is set for a number beside its line, and its way into the telephone network"),
        ("Domain.RichTexts", "Markdown as sanitised HTML"),
        ("Domain.Knowledge", "articles of the provider: who sees them, how they are found, read and written"),
        ("Domain.Announcements", "notices of the provider: who sees them and when, banners, the sign-in page"),
        ("Domain.Cases", "inquiries of customers: who sees them, what is said, how they move"),
        ("Domain.Orders", "what is rented: catalogue, basket, quotes and orders, giving back, documents, delivery addresses"),
        ("Domain.Points", "points of contracts: an append-only ledger that is their balance"),
        ("Domain.WorkRequests", "a catalogue of work as data, what is asked for of it, what becomes of that"),
        ("Domain.Contracts", "contracts of customers: opened, changed, suspended and resumed by the staff"),
        ("Domain.Approvals", "acts that wait for a second person: asked for, decided about once, run out"),
        ("Domain.Imports", "files taken over whole: contracts and users that move in, cases with a file each"),
        ("Domain.Tenants", "tenants as their profiles describe them: made, changed, put back, with a version for each change"),
        ("Lists", "kit of lists: order, pages, filters, counts, files"),
        ("Forms", "kit of forms: typed fields, steps, changes made elsewhere"),
        ("Http", "the pipeline around the pages: cookies, gates, input, errors, places, languages, frame, shares, hosting, tag helpers"),
        ("Seed", "demonstration data and the first administrator"),
        ("Jobs", "rounds by the clock"),
        ("Cli", "start, `migrate`, `restored`, `tenant`, `user`, `import`, `outbox`, `audit`, `healthcheck`"),
        ("Features.Shared", "layouts and partials of every feature"),
        ("Features.X", "what people see: controllers, forms, views, texts, paths and mails of one feature"),
    ];

    private static readonly string[] Foundation = ["Rules", "Metrics", "Data", "Entities", "Tenancy", "Audit"];

    // What another system is told is written by the act itself, in its transaction; mails follow from events. Cases of
    // a file take the files that came with it in the transaction that opens them.
    private static readonly string[] TellsOthers = ["Domain.OptionServices", "Domain.Orders", "Domain.Imports"];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Rules"] = [],
        ["Metrics"] = [],
        ["Data"] = ["Rules", "Metrics", "Entities"],
        ["Entities"] = ["Rules", "Data"],
        ["Seed"] = [.. Foundation, "Delivery", .. DomainRooms], // demonstration data comes about through acts, as if people had acted
        ["Tenancy"] = ["Rules", "Data", "Entities"],
        ["Audit"] = ["Rules", "Metrics", "Data", "Entities", "Tenancy"],
        ["Delivery"] = Foundation,
        ["Lists"] = [.. Foundation, "Delivery"],
        ["Forms"] = [.. Foundation, "Delivery"],
        // The pipeline is handed rows by Domain (who is signed in); it does not fetch any.
        ["Http"] = ["Rules", "Metrics", "Entities", "Tenancy", "Audit", "Forms", .. DomainRooms],
        ["Jobs"] = [.. Foundation, "Delivery", .. DomainRooms],
        ["Cli"] = [.. Foundation, "Seed", "Delivery", .. DomainRooms],
    };

    private static readonly string[] AllowedToFeatures =
        [.. Foundation, "Seed", "Delivery", "Lists", "Forms", "Http", Shared, .. DomainRooms];

    // Parts of one area share what lies directly in the area's folder.
    private static readonly string[] Areas = ["Admin", "OwnAccount"];

    public Plan()
        : this("Portal.Web", "Portal.Rules")
    {
    }

    /// <summary>The room of a namespace: null outside the house, "?" for one that is in no plan.</summary>
    public string? RoomOf(string? name)
    {
        if (IsBelow(name, rules))
        {
            return "Rules";
        }

        if (!IsBelow(name, web))
        {
            return null;
        }

        var parts = name!.Length == web.Length ? [] : name[(web.Length + 1)..].Split('.');
        return parts switch
        {
            ["Features", var area, var feature, ..] when Areas.Contains(area) && feature != "Shared" => $"{Features}{area}.{feature}",
            ["Features"] => Shared,
            ["Features", var feature, ..] => Features + feature,
            ["Domain", "Accounts", var room, ..] => Known($"{Domain}Accounts.{room}"),
            ["Domain", var room, ..] => Known(Domain + room),
            ["Data", "Entities", ..] => "Entities",
            ["Mail" or "Outbox" or "Setbacks" or "Files" or "Export", ..] => "Delivery",
            ["Data", "Seed", ..] => "Seed",
            [var room, ..] when Allowed.ContainsKey(room) => room,
            _ => "?",
        };
    }

    public static bool MayUse(string from, string to)
    {
        if (from == to)
        {
            return true;
        }

        if (from.StartsWith(Domain, StringComparison.Ordinal))
        {
            return Foundation.Contains(to) || (to == "Delivery" && TellsOthers.Contains(from))
                || (Place(to) is >= 0 and var place && place < Place(from));
        }

        return from.StartsWith(Features, StringComparison.Ordinal)
            ? AllowedToFeatures.Contains(to) || from.StartsWith(to + ".", StringComparison.Ordinal)
            : Allowed[from].Contains(to);
    }

    /// <summary>What a room may use, in words of the table.</summary>
    public static string Uses(string room)
    {
        var uses = Directory.Select(entry => entry.Room).Where(other => other != room && other != "Features.X" && MayUse(room, other))
            .ToList();
        if (DomainRooms.All(uses.Contains))
        {
            uses.RemoveAll(DomainRooms.Contains);
            uses.Add("all of Domain");
        }
        else if (Place(room) > 0 && room.StartsWith(Domain, StringComparison.Ordinal))
        {
            uses.RemoveAll(DomainRooms.Contains);
            uses.Add("the rooms of Domain above this line");
        }

        return uses.Count == 0 ? "–" : string.Join(", ", uses);
    }

    private static int Place(string room) => DomainRooms.ToList().IndexOf(room);

    private static string Known(string room) => DomainRooms.Contains(room) ? room : "?";

    private static bool IsBelow(string? name, string root) =>
        name == root || (name is not null && name.StartsWith(root + ".", StringComparison.Ordinal));
}
