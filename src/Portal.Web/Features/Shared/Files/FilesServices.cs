namespace Portal.Web.Features.Shared.Files;

internal static class FilesServices
{
    /// <summary>Fields of files, for the forms of every feature.</summary>
    public static IServiceCollection AddFileFields(this IServiceCollection services) => services
        .AddScoped<FileWords>()
        .AddScoped<FileFields>();
}
