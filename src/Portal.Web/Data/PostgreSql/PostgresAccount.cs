namespace Portal.Web.Data.PostgreSql;

/// <summary>Who runs the server: PostgreSQL refuses to run as root, so root hands it to another account.</summary>
internal sealed class PostgresAccount
{
    private readonly string[] asAccount;
    private readonly string? owner;

    private PostgresAccount(string? owner, params string[] asAccount) => (this.owner, this.asAccount) = (owner, asAccount);

    public static async Task<PostgresAccount> ForAsync(string dataFolder, CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new PostgresAccount(owner: null);
        }

        // Data that an ordinary user made in an earlier run stays that user's.
        return Directory.Exists(dataFolder)
            ? OwnerOf(await Command.RunAsync(["stat", "-c", "%u:%g", dataFolder], cancellationToken))
            : new PostgresAccount("postgres:postgres", "setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups");
    }

    public IEnumerable<string> Run(params IEnumerable<string> command) => asAccount.Concat(command);

    public async Task<bool> CanEnterAsync(string folder, CancellationToken cancellationToken) =>
        owner is null || (await Command.TryAsync(Run("test", "-x", folder), cancellationToken)).ExitCode == 0;

    public async Task HandOverAsync(string folder, CancellationToken cancellationToken)
    {
        if (owner is not null)
        {
            await Command.RunAsync(["chown", owner, folder], cancellationToken);
        }
    }

    private static PostgresAccount OwnerOf(string userAndGroup)
    {
        var ids = userAndGroup.Split(':');
        return new PostgresAccount(userAndGroup, "setpriv", "--reuid=" + ids[0], "--regid=" + ids[1], "--clear-groups");
    }
}
