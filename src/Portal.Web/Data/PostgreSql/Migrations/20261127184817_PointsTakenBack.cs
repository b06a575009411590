using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class PointsTakenBack : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_PointEntries_Kind",
                table: "PointEntries");

            migrationBuilder.AddCheckConstraint(
                name: "CK_PointEntries_Kind",
                table: "PointEntries",
                sql: "\"Kind\" IN ('Grant', 'Reserve', 'Use', 'Return', 'Expire', 'TakeBack')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_PointEntries_Kind",
                table: "PointEntries");

            migrationBuilder.AddCheckConstraint(
                name: "CK_PointEntries_Kind",
                table: "PointEntries",
                sql: "\"Kind\" IN ('Grant', 'Reserve', 'Use', 'Return', 'Expire')");
        }
    }
}
