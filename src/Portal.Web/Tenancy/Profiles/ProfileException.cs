namespace Portal.Web.Tenancy.Profiles;

/// <summary>A profile that cannot be used; the message names file, path and reason (SITE-2).</summary>
public sealed class ProfileException : Exception
{
    public ProfileException()
    {
    }

    public ProfileException(string message)
        : base(message)
    {
    }

    public ProfileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
