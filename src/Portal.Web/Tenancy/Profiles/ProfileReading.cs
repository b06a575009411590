namespace Portal.Web.Tenancy.Profiles;

/// <summary>A text that is to be a profile.</summary>
/// <param name="Profile">Null where it cannot even be read.</param>
/// <param name="Problems">None where it can be used.</param>
public sealed record ProfileReading(TenantProfile? Profile, IReadOnlyList<ProfileProblem> Problems);

/// <summary>In which way a part of a profile is wrong.</summary>
public enum ProfileFault
{
    /// <summary>It can be read, and makes no sense.</summary>
    Senseless,

    /// <summary>The text as a whole is no JSON object; the path is empty.</summary>
    NotJson,

    /// <summary>
    /// A name that is not known, a value of another kind, or something that has to be there and is not.
    /// </summary>
    Unreadable,

    /// <summary>Null in the place of an item.</summary>
    Nothing,

    /// <summary>Half a character, or one that controls a terminal.</summary>
    BrokenText,
}
