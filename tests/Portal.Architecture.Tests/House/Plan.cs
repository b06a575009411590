namespace Portal.Architecture.Tests.House;

/// <summary>The rooms of docs and design: which folder is which room, and who may use whom.</summary>
internal sealed class Plan(string web, string rules)
{
    public const string Shared = "Features.Shared";
    private const string Features = "Features.";
    private static readonly string[] Foundation = ["Rules", "Data", "Entities", "Tenancy", "Audit"];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Rules"] = [],
        ["Data"] = ["Rules", "Entities"],
        ["Entities"] = ["Rules", "Data"],
        ["Seed"] = [.. Foundation, "Accounts"], // demonstration data comes about through accounts, as if people had acted
        ["Tenancy"] = ["Rules", "Data", "Entities"],
        ["Audit"] = ["Rules", "Data", "Entities", "Tenancy"],
        ["Delivery"] = Foundation,
        ["Accounts"] = Foundation,
        // The pipeline is handed rows by Accounts (who is signed in); it does not fetch any.
        ["Http"] = ["Rules", "Entities", "Tenancy", "Audit", "Accounts"],
        ["Jobs"] = [.. Foundation, "Delivery", "Accounts"],
        ["Cli"] = [.. Foundation, "Seed", "Delivery", "Accounts"],
    };

    private static readonly string[] AllowedToFeatures = [.. Foundation, "Seed", "Delivery", "Accounts", "Http", Shared];

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
            ["Features", "Admin", var feature, ..] when feature != "Shared" => Features + "Admin." + feature,
            ["Features"] => Shared,
            ["Features", var feature, ..] => Features + feature,
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

        // The parts of the admin area share what lies directly in Admin.
        return from.StartsWith(Features, StringComparison.Ordinal)
            ? AllowedToFeatures.Contains(to) || (to == "Features.Admin" && from.StartsWith("Features.Admin.", StringComparison.Ordinal))
            : Allowed[from].Contains(to);
    }

    private static bool IsBelow(string? name, string root) =>
        name == root || (name is not null && name.StartsWith(root + ".", StringComparison.Ordinal));
}
