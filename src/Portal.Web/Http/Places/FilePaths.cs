namespace Portal.Web.Http.Places;

/// <summary>Where files are sent by themselves, before the form that names them.</summary>
public static class FilePaths
{
    /// <param name="site">Where the staff sends it to; null for users, who are there.</param>
    public static string Send(string purpose, string? site = null) => $"~/files/{purpose}{At(site)}";

    /// <inheritdoc cref="Send"/>
    public static string Discard(Guid id, string? site = null) => $"~/files/{id}/delete{At(site)}";

    private static string At(string? site) => site is null ? "" : $"?site={site}";
}
