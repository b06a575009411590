namespace Portal.Web.Data.PostgreSql;

/// <summary>The private PostgreSQL cannot be had; the message says what a person can do about it.</summary>
public sealed class PrivatePostgresException : Exception
{
    public PrivatePostgresException()
    {
    }

    public PrivatePostgresException(string message)
        : base(message)
    {
    }

    public PrivatePostgresException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
