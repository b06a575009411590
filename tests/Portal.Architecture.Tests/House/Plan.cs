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
        "Domain.Accounts.Metrics",
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
        "Domain.Accounts", // the table of contents
    ];

    private static readonly string[] Foundation = ["Rules", "Data", "Entities", "Tenancy", "Audit"];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Rules"] = [],
        ["Data"] = ["Rules", "Entities"],
        ["Entities"] = ["Rules", "Data"],
        ["Seed"] = [.. Foundation, .. DomainRooms], // demonstration data comes about through acts, as if people had acted
        ["Tenancy"] = ["Rules", "Data", "Entities"],
        ["Audit"] = ["Rules", "Data", "Entities", "Tenancy"],
        ["Delivery"] = Foundation,
        ["Lists"] = [.. Foundation, "Delivery"],
        ["Forms"] = [.. Foundation, "Delivery"],
        // The pipeline is handed rows by Domain (who is signed in); it does not fetch any.
        ["Http"] = ["Rules", "Entities", "Tenancy", "Audit", "Forms", .. DomainRooms],
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
            return Foundation.Contains(to) || Place(to) is >= 0 and var place && place < Place(from);
        }

        return from.StartsWith(Features, StringComparison.Ordinal)
            ? AllowedToFeatures.Contains(to) || from.StartsWith(to + ".", StringComparison.Ordinal)
            : Allowed[from].Contains(to);
    }

    private static int Place(string room) => DomainRooms.ToList().IndexOf(room);

    private static string Known(string room) => DomainRooms.Contains(room) ? room : "?";

    private static bool IsBelow(string? name, string root) =>
        name == root || (name is not null && name.StartsWith(root + ".", StringComparison.Ordinal));
}
