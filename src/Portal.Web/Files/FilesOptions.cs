namespace Portal.Web.Files;

/// <summary>Where files lie and who looks at them first; how many and how large is each tenant's own.</summary>
public sealed class FilesOptions
{
    public const string Section = "Portal:Files";

    /// <summary>"Database", "Directory" or "S3".</summary>
    public string Store { get; set; } = "Database";

    /// <summary>A folder that all nodes share.</summary>
    public string? Directory { get; set; }

    public S3Options S3 { get; set; } = new();

    public ClamdOptions Clamd { get; set; } = new();

    /// <summary>How many files of a tenant may wait for the scanner; one more is refused (FI-07).</summary>
    public int MostWaiting { get; set; } = 500;
}

public sealed class S3Options
{
    /// <summary>The service, not the bucket.</summary>
    public Uri? Url { get; set; }

    public string Region { get; set; } = "us-east-1";

    public string? Bucket { get; set; }

    /// <summary>Before every name, as "portal/".</summary>
    public string Prefix { get; set; } = "";

    public string? AccessKey { get; set; }

    public string? SecretKey { get; set; }

    /// <summary>The bucket in the path and not in the host name, as most servers other than Amazon's want it.</summary>
    public bool PathStyle { get; set; } = true;

    public int TimeoutSeconds { get; set; } = 60;
}

public sealed class ClamdOptions
{
    /// <summary>"tcp://host:3310" or "unix:/run/clamav/clamd.ctl"; null: nothing looks at files.</summary>
    public string? Address { get; set; }

    /// <summary>For one file, from the connection to the verdict.</summary>
    public int TimeoutSeconds { get; set; } = 60;
}
