using Microsoft.Extensions.Options;
using Portal.Web.Export;
using Portal.Web.Files.Scanning;
using Portal.Web.Files.Stores;

namespace Portal.Web.Files;

/// <summary>Stops a start whose files could not be kept or not be looked at, and names the setting.</summary>
internal sealed class FilesOptionsCheck : IValidateOptions<FilesOptions>
{
    public ValidateOptionsResult Validate(string? name, FilesOptions options)
    {
        List<string> problems = [.. OfStore(options), .. OfScanner(options)];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> OfStore(FilesOptions options)
    {
        switch (options.Store.ToLowerInvariant())
        {
            case DatabaseFileStore.StoreName:
                break;
            case DirectoryFileStore.StoreName:
                if (!Path.IsPathFullyQualified(options.Directory ?? "") || !CanWriteIn(options.Directory!))
                {
                    yield return "Portal:Files:Directory must be the full path of a folder that is there and can be written in.";
                }

                break;
            case S3FileStore.StoreName:
                foreach (var problem in OfS3(options.S3))
                {
                    yield return problem;
                }

                break;
            default:
                yield return "Portal:Files:Store must be Database, Directory or S3.";
                break;
        }
    }

    private static bool CanWriteIn(string folder)
    {
        try
        {
            using var probe = TemporaryFile.Create(folder);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IEnumerable<string> OfS3(S3Options options)
    {
        if (options.Url is not { IsAbsoluteUri: true, PathAndQuery: "/" }
            || !(options.Url.Scheme == Uri.UriSchemeHttps || (options.Url.Scheme == Uri.UriSchemeHttp && options.Url.IsLoopback)))
        {
            yield return "Portal:Files:S3:Url must be an https address without a path; http only on a loopback host.";
        }

        if (string.IsNullOrEmpty(options.Bucket))
        {
            yield return "Portal:Files:S3:Bucket must be the name of a bucket.";
        }

        if (string.IsNullOrEmpty(options.AccessKey) || string.IsNullOrEmpty(options.SecretKey))
        {
            yield return "Portal:Files:S3:AccessKey and Portal:Files:S3:SecretKey must both be set.";
        }

        if (options.TimeoutSeconds is < 1 or > 600)
        {
            yield return "Portal:Files:S3:TimeoutSeconds must be 1 to 600.";
        }
    }

    private static IEnumerable<string> OfScanner(FilesOptions options)
    {
        if (options.Clamd.Address is { } address && ClamdScanner.EndPointOf(address) is null)
        {
            yield return "Portal:Files:Clamd:Address must be tcp://host:port or unix:/path.";
        }

        if (options.Clamd.TimeoutSeconds is < 1 or > 600)
        {
            yield return "Portal:Files:Clamd:TimeoutSeconds must be 1 to 600.";
        }

        if (options.MostWaiting < 1)
        {
            yield return "Portal:Files:MostWaiting must be positive.";
        }
    }
}
