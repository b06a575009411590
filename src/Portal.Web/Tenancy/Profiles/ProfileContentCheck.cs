using Portal.Rules.Identifiers;
using Portal.Web.Tenancy.Profiles.Faults;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>Whether doors, lists, features and menu of a profile fit together.</summary>
internal static class ProfileContentCheck
{
    public static IEnumerable<ProfileProblem> Problems(TenantProfile profile) =>
        [.. Doors(profile.Doors), .. ProfileProblem.UnknownWords("features", profile.Features, ProfileWords.Features),
            .. Operators(profile), .. Contracts(profile.Contracts), .. OrdersProfileCheck.Problems(profile),
            .. LinkedAdministrators(profile), .. Menu(profile.Menu, "menu"), .. Links(profile.Links)];

    private static IEnumerable<ProfileProblem> Doors(IReadOnlyList<DoorProfile> doors)
    {
        if (doors.Count == 0 || HasTwins(doors, door => door.Path) || HasTwins(doors, door => door.Key))
        {
            return [new("doors", "Doors")];
        }

        return doors[0].Path.Length > 0 || doors.Any(door => !door.Path.All(letter => char.IsAsciiLetterLower(letter) || letter == '-'))
            ? [new("doors[0].path", "DoorPath")]
            : [];
    }

    private static IEnumerable<ProfileProblem> Operators(TenantProfile profile)
    {
        if (profile.Operators is not { } operators)
        {
            return profile.Features.Contains(TenantFeatures.Operators)
                ? [new("operators", "PartNeeded", TenantFeatures.Operators)]
                : [];
        }

        return
        [
            .. ProfileProblem.UnknownWords("operators.door", [operators.Door], [.. profile.Doors.Select(door => door.Key)]),
            .. ProfileProblem.UnknownWords("operators.columns", operators.Columns, ProfileWords.Columns),
            .. ProfileProblem.UnknownWords("operators.fields", operators.Fields, ProfileWords.Fields),
            .. operators.Register ? FirstPasswords(profile, operators) : [],
            .. operators.IdFormat is null
                || IdFormat.IsUsable(operators.IdFormat) ? []
                : new[] { new ProfileProblem("operators.idFormat", "IdMask") },
            .. operators.IdSuggestion is null || IsUsableSuffix(operators.IdSuggestion)
                ? []
                : new[] { new ProfileProblem("operators.idSuggestion", "IdSuffix") },
            .. operators.PerLoginId is null or > 0 ? [] : new[] { new ProfileProblem("operators.perLoginId", "Positive") },
            .. ProfileProblem.UnknownWords("operators.labels", operators.Labels?.Keys, [.. ProfileWords.Columns, .. ProfileWords.Fields]),
        ];
    }

    private static IEnumerable<ProfileProblem> Contracts(ContractsProfile contracts) =>
        contracts.NumberFormat is null || IdFormat.IsUsable(contracts.NumberFormat)
            ? []
            : [new("contracts.numberFormat", "IdMask")];

    private static IEnumerable<ProfileProblem> LinkedAdministrators(TenantProfile profile)
    {
        if (profile.LinkedAdministrators is not { } linked)
        {
            return profile.Features.Contains(TenantFeatures.LinkedAdministrators)
                ? [new("linkedAdministrators", "PartNeeded", TenantFeatures.LinkedAdministrators)]
                : [];
        }

        string[] doors = [.. profile.Doors.Select(door => door.Key)];
        return
        [
            .. ProfileProblem.UnknownWords("linkedAdministrators.door", [linked.Door], doors),
            .. ProfileProblem.UnknownWords("linkedAdministrators.administratorDoor", [linked.AdministratorDoor], doors),
            .. linked.ReconfirmDays < 0 ? new[] { new ProfileProblem("linkedAdministrators.reconfirmDays", "NotNegative") } : [],
            .. profile.Doors.FirstOrDefault(door => door.Key == linked.Door) is { Identifier.Kind: not IdentifierKind.Email }
                ? new[] { new ProfileProblem("linkedAdministrators.door", "EmailDoor") }
                : [],
            .. profile.Recovery is not { Method: RecoveryProfile.ByLink }
                ? new[] { new ProfileProblem("linkedAdministrators", "RegisterByLink") }
                : [],
            .. linked.Consent is { Version.Length: 0 or > 32 }
                ? new[] { new ProfileProblem("linkedAdministrators.consent.version", "Characters", 1, 32) }
                : [],
        ];
    }

    private static IEnumerable<ProfileProblem> FirstPasswords(TenantProfile profile, OperatorsProfile operators) =>
        operators.FirstPassword switch
        {
            FirstPassword.Issued when profile.TemporaryPassword is not { ByManager: true } =>
                [new("operators.register", "FirstPasswordIssued")],
            FirstPassword.Invitation when profile.Recovery is not { Method: "link" } || !operators.Fields.Contains("email") =>
                [new("operators.firstPassword", "FirstPasswordInvitation")],
            _ => [],
        };

    private static bool IsUsableSuffix(string suffix) =>
        suffix.Length is > 0 and <= 10 && suffix.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    private static IEnumerable<ProfileProblem> Menu(IReadOnlyList<MenuEntry> entries, string path)
    {
        if (HasTwins([.. entries.Where(entry => entry.Number is not null)], entry => entry.Number!))
        {
            yield return new(path, "MenuNumbers");
        }

        for (var i = 0; i < entries.Count; i++)
        {
            foreach (var problem in Entry(entries[i], $"{path}[{i}]"))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<ProfileProblem> Entry(MenuEntry entry, string path)
    {
        if (entry.Number is { } number && !(number.Length is >= 1 and <= 4 && number.All(char.IsAsciiDigit)))
        {
            yield return new($"{path}.number", "MenuNumber");
        }

        // A path that leaves the tenant would turn the menu into an open redirect.
        if (entry.Path is { } target && !target.Split('/').All(IsPathPart))
        {
            yield return new($"{path}.path", "MenuPath");
        }

        foreach (var problem in ProfileProblem.UnknownWords($"{path}.feature", entry.Feature is null ? [] : [entry.Feature],
            ProfileWords.Features).Concat(Menu(entry.Items ?? [], $"{path}.items")))
        {
            yield return problem;
        }
    }

    private static IEnumerable<ProfileProblem> Links(IReadOnlyList<OutsideLink> links) =>
    [
        .. links.Count > OutsideLink.Most ? new[] { new ProfileProblem("links", "LinksMost", OutsideLink.Most) } : [],
        .. links.Select((link, i) => (link, i)).Where(each => !each.link.IsUsable())
            .Select(each => new ProfileProblem($"links[{each.i}].url", "LinkUrl")),
    ];

    private static bool HasTwins<T>(IReadOnlyList<T> items, Func<T, string> key) =>
        items.Select(key).Distinct(StringComparer.Ordinal).Count() != items.Count;

    private static bool IsPathPart(string part) =>
        part.Length > 0 && part.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
