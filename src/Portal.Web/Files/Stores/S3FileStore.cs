using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;

namespace Portal.Web.Files.Stores;

/// <summary>
/// Contents as objects of a bucket, at Amazon or at anything that speaks S3. One request a content: nothing is larger
/// than a single one may be.
/// </summary>
internal sealed class S3FileStore(IOptions<FilesOptions> options) : IFileStore, IDisposable
{
    public const string StoreName = "s3";

    private const int Retries = 2;

    private readonly Lazy<AmazonS3Client> client = new(() => Connect(options.Value.S3));

    private S3Options Settings => options.Value.S3;

    public string Name => StoreName;

    public async Task WriteAsync(FileKey key, Stream content, CancellationToken cancelled)
    {
        // In chunks with a signature each not every server understands it; the content is at hand and signed as a
        // whole.
        await client.Value.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = Settings.Bucket,
                Key = NameOf(key),
                InputStream = content,
                AutoCloseStream = false,
                AutoResetStreamPosition = true,
                UseChunkEncoding = false,
                ContentType = "application/octet-stream",
            },
            cancelled);
    }

    public async Task<bool> CopyToAsync(FileKey key, Stream target, CancellationToken cancelled)
    {
        try
        {
            using var found = await client.Value.GetObjectAsync(Settings.Bucket, NameOf(key), cancelled);
            await found.ResponseStream.CopyToAsync(target, cancelled);
            return true;
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    public async Task DeleteAsync(FileKey key, CancellationToken cancelled)
    {
        try
        {
            await client.Value.DeleteObjectAsync(Settings.Bucket, NameOf(key), cancelled);
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            // Amazon says that it went well, others say that there was nothing: the same to us.
        }
    }

    public void Dispose()
    {
        if (client.IsValueCreated)
        {
            client.Value.Dispose();
        }
    }

    private static AmazonS3Client Connect(S3Options settings)
    {
        var config = new AmazonS3Config
        {
            ServiceURL = settings.Url!.ToString(),
            AuthenticationRegion = settings.Region,
            ForcePathStyle = settings.PathStyle,
            Timeout = TimeSpan.FromSeconds(settings.TimeoutSeconds),
            MaxErrorRetry = Retries,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        return new AmazonS3Client(new BasicAWSCredentials(settings.AccessKey, settings.SecretKey), config);
    }

    private string NameOf(FileKey key) => $"{Settings.Prefix}{key.Tenant:N}/{key.File:N}";
}
