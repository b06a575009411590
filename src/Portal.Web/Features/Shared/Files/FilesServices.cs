namespace Portal.Web.Features.Shared.Files;

internal static class FilesServices
{
    /// <summary>Fields of files, for the forms of every feature.</summary>
    public static IServiceCollection AddFileFields(this IServiceCollection services) => services
        .AddSingleton<FilePurposes>()
        .AddScoped<FileWords>()
        .AddScoped<FileFields>();
}
