using Microsoft.Extensions.Options;
using Portal.Web.Audit;
using Portal.Web.Files.Scanning;
using Portal.Web.Files.Stored;
using Portal.Web.Files.Stores;

namespace Portal.Web.Files;

public static class FileServices
{
    /// <summary>Files that people send: received, looked at, kept, handed out, removed.</summary>
    public static IServiceCollection AddPortalFiles(this IServiceCollection services)
    {
        services.AddOptions<FilesOptions>().BindConfiguration(FilesOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<FilesOptions>, FilesOptionsCheck>()
            .AddSingleton<EventContribution, FileEvents>()
            .AddScoped<IFileStore, DatabaseFileStore>()
            .AddSingleton<IFileStore, DirectoryFileStore>()
            .AddSingleton<IFileStore, S3FileStore>()
            .AddScoped<FileStores>()
            .AddSingleton<IFileScanner, ClamdScanner>()
            .AddScoped<FileIntake>()
            .AddScoped<FileChecks>()
            .AddScoped<FileRemovals>()
            .AddScoped<StoredFiles>()
            .AddScoped<FileDownloads>()
            .AddSingleton<FileRunner>()
            .AddHostedService<TemporaryFolderCheck>();
    }
}
