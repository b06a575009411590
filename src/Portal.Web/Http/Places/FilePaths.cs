namespace Portal.Web.Http.Places;

/// <summary>Where files are sent by themselves, before the form that names them.</summary>
public static class FilePaths
{
    public static string Send(string purpose) => $"~/files/{purpose}";

    public static string Discard(Guid id) => $"~/files/{id}/delete";
}
