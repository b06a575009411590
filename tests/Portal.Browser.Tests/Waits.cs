namespace Portal.Browser.Tests;

/// <summary>
/// An end for what the driver waits for without one, such as a script in the page: a test that waits for ever takes the
/// whole suite with it, and says nothing of where.
/// </summary>
internal static class Waits
{
    /// <param name="what">What is waited for.</param>
    /// <param name="where">Address of the page.</param>
    public static async Task WithinAsync(this Task task, string what, string where)
    {
        try
        {
            await task.WaitAsync(Chromium.Patience);
        }
        catch (TimeoutException e) when (!task.IsCompleted)
        {
            throw new TimeoutException($"Waited {Chromium.Patience.TotalSeconds} s for {what}, at {where}.", e);
        }
    }

    /// <inheritdoc cref="WithinAsync(Task, string, string)"/>
    public static async Task<T> WithinAsync<T>(this Task<T> task, string what, string where)
    {
        await ((Task)task).WithinAsync(what, where);
        return await task;
    }
}
